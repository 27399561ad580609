using Cms.Http.Problems;

namespace Cms.Http.Inputs;

/// <summary>A part of a request that can be wrong. A handler that takes one runs only when nothing is wrong with it.</summary>
internal interface IRefusable
{
    /// <summary>What is wrong; null when nothing is.</summary>
    ProblemResult? Refusal { get; }
}

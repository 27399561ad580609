using Cms.Http.Problems;

namespace Cms.Http.Pipeline;

/// <summary>
/// The net under the validation: what PostgreSQL refuses is never a bare 500. Each catch here is a missing rule above, and is logged.
/// </summary>
internal static class SqlFaults
{
    public static ProblemResult Refuse(string sqlState) => sqlState switch
    {
        ['2', '2', ..] or ['5', '4', ..] => new ProblemResult(ProblemKind.BadRequest, "A value cannot be stored or compared."),
        "23505" or "23503" => new Clash("The change clashes with what is stored already."),
        ['2', '3', ..] => new ProblemResult(ProblemKind.Unprocessable, "A value breaks a rule of the database."),
        "57014" => new Unavailable("The query took longer than it may. Narrow it, or try again."),
        "40001" or "40P01" or "55P03" => new Unavailable("Others are changing the same rows. Try again."),
        // 55000, 3D000, 28…: the database was closed, dropped or barred under a running program.
        "53300" or "55000" or "3D000" or ['2', '8', ..] or "25006" or ['0', '8', ..] or ['5', '7', 'P', ..]
            => new Unavailable("The database cannot be reached. Try again."),
        ['5', '3', ..] => new Unavailable("The database is out of room. Reads go on; try again later."),
        _ => new ProblemResult(ProblemKind.InternalError, "The problem has been logged under this trace id."),
    };
}

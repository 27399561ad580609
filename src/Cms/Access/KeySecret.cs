using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Cms.Access;

/// <summary>A key as its owner holds it: 256 random bits behind a prefix that people can recognise. Only its hash is stored.</summary>
internal sealed record KeySecret(string Secret)
{
    private const string Mark = "cms_";
    private const int PrefixLength = 10;

    /// <summary>What may be shown of the key in lists and logs.</summary>
    public string Prefix => Secret[..Math.Min(PrefixLength, Secret.Length / 4)];

    /// <summary>What is stored. A plain hash suffices: 256 random bits cannot be guessed from it.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    public static KeySecret Generate() => new(Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
}

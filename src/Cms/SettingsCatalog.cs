using System.Reflection;

namespace Cms;

/// <summary>Every setting by the name that configuration knows it by, as <see cref="Settings"/> declares them.</summary>
internal static class SettingsCatalog
{
    public const string Section = "Cms";

    public static IReadOnlyList<Setting> All { get; } = [.. Of(new Settings(), Section)];

    /// <summary>The setting of this name, however its letters are cased.</summary>
    public static Setting? Find(string name) => All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Setting> Of(object owner, string prefix) =>
        from property in owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let name = $"{prefix}:{property.Name}"
        from setting in property.PropertyType == typeof(string) || property.PropertyType.IsValueType
            ? [new Setting(name, property.PropertyType, property.GetValue(owner))]
            : Of(property.GetValue(owner)!, name)
        select setting;
}

/// <summary>One setting.</summary>
/// <param name="Name">Its name, such as Cms:Postgres:BinPath.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Default">What it holds when nothing is configured.</param>
internal sealed record Setting(string Name, Type Type, object? Default);

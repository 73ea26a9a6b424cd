using Microsoft.AspNetCore.Authorization;

namespace ZhongFu.Platform.Web;

/// <summary>A page that is the same for everybody: open to all, rendered once and answered from memory until <see cref="ICacheVersion"/>
/// moves on. It must show nothing personal, not even an antiforgery token: <c>@attribute [PublicPage]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IAllowAnonymous;

/// <summary>Rises when what public pages show has changed, so that every prepared page is made again. Register one per module that has such pages;
/// asked for on every request, so it must be answered from memory.</summary>
public interface ICacheVersion
{
    /// <summary>A number that is never used twice for different content.</summary>
    long Version { get; }
}

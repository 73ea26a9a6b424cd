using ZhongFu.Platform.Ui;

namespace ZhongFu.Procurement.Organisations;

internal static class UnitTones
{
    /// <summary>The mood of an <see cref="OrganisationState"/>.</summary>
    public static Tone Of(string state) => state switch { nameof(OrganisationState.Active) => Tone.Good, nameof(OrganisationState.Applied) => Tone.Warning, nameof(OrganisationState.Endorsed) => Tone.Info, nameof(OrganisationState.Refused) => Tone.Error, _ => Tone.Neutral };
}

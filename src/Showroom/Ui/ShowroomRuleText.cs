namespace ZhongFu.Showroom.Ui;

/// <summary>What the showroom's rules say to people, by the rules' codes (<c>ShowroomRuleText.resx</c>): the answers of the API take them from here.</summary>
internal sealed class ShowroomRuleText;

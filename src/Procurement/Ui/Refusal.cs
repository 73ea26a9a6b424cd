using FluentValidation;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Procurement.Ui;

/// <summary>Does what a page was asked to do, and turns a no into words for the page.</summary>
internal static class Refusal
{
    /// <summary>True when it was done; otherwise <paramref name="problems"/> says why not, at the field that a rule names (<paramref name="fields"/>) or above the form.</summary>
    public static async Task<bool> Try(Func<Task> act, Dictionary<string, string> problems, IStringLocalizer<ProcurementRuleText> rules, Func<string, string>? fields = null)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleBroken problem)
        {
            problems[""] = rules[problem.Code] is { ResourceNotFound: false } said ? said : problem.Message;
        }
        catch (ValidationException problem)
        {
            foreach (var error in problem.Errors) problems[fields?.Invoke(error.PropertyName) ?? error.PropertyName] = rules["field." + error.PropertyName] is { ResourceNotFound: false } said ? said : error.ErrorMessage;
        }
        return false;
    }
}

using ZhongFu.StripeDouble;

// A Stripe for a browser: dotnet run --project tests/StripeDouble -- http://127.0.0.1:5000 12111
// The platform is started with Stripe__ApiKey=sk_test_double, Stripe__ApiBase and Stripe__CheckoutHost=http://127.0.0.1:12111 and the secret printed below.
var platform = new Uri(args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5000");
await using var stripe = await StripeServer.Start(int.Parse(args.ElementAtOrDefault(1) ?? "12111"));
stripe.Webhooks.Target = new HttpClient { BaseAddress = platform };
Console.WriteLine($"Stripe__ApiBase={stripe.Address}\nStripe__WebhookSecret={Webhooks.Secret}\nEvents go to {platform}. Stop with Ctrl+C.");
await stripe.WaitForShutdown();

package io.secplat.api.inbound;

import io.secplat.api.alerts.Alerts;
import io.secplat.api.auth.LoginThrottle;
import io.secplat.api.inbound.postgres.PostgresTakenRequests;
import io.secplat.api.inbound.slack.SdkSlackSignature;
import io.secplat.api.inbound.twilio.SdkTwilioSignature;
import io.secplat.api.incidents.JiraOrders;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.Journal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signatures are checked by the SDKs of Slack and Twilio; which calls were taken is in Postgres, bad ones are counted in memory. */
@Dependent
public class InboundWiring {

    @Inject
    @ConfigProperty(name = "SLACK_SIGNING_SECRET")
    Optional<String> slackSecret;

    @Inject
    @ConfigProperty(name = "TWILIO_AUTH_TOKEN")
    Optional<String> twilioToken;

    @Inject
    @ConfigProperty(name = "WHATSAPP_ALERT_TO")
    Optional<String> alertTo;

    @Inject
    @ConfigProperty(name = "PUBLIC_URL")
    Optional<String> publicUrl;

    @Inject
    @ConfigProperty(name = "FRONTEND_URL")
    Optional<String> websiteUrl;

    @Inject
    @ConfigProperty(name = "RATE_LIMIT_LOGIN_PER_ADDRESS_PER_MINUTE", defaultValue = "20")
    int badCalls;

    @Produces
    @Singleton
    Inbound inbound(Alerts alerts, JiraOrders jira, Database database, Clock clock, Journal journal) {
        TakenRequests taken = new PostgresTakenRequests(database, clock);
        LoginThrottle throttle = new LoginThrottle(Integer.MAX_VALUE, badCalls, clock);
        return new Inbound(
                new Gate<>(
                        "slack",
                        given(slackSecret).map(secret -> new SdkSlackSignature(secret, clock)),
                        ProblemType.NOT_AUTHENTICATED,
                        throttle,
                        journal),
                new SlackDesk(alerts, jira, taken),
                new Gate<>(
                        "whatsapp",
                        given(twilioToken).map(SdkTwilioSignature::new),
                        ProblemType.FORBIDDEN,
                        throttle,
                        journal),
                new WhatsappDesk(alertTo.orElse(""), alerts, taken, journal),
                new OwnUrl(publicUrl.or(() -> websiteUrl)));
    }

    private static Optional<String> given(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }
}

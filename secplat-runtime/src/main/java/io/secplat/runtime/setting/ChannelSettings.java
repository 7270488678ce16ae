package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of the channels, and what is told by them. */
final class ChannelSettings {

    static final SettingSection SECTION = new SettingSection(
            "Channels",
            List.of(
                    Setting.of(
                                    "SLACK_BOT_TOKEN",
                                    "text",
                                    "token of a Slack bot; with it the webhook is not used",
                                    Role.NOTIFIER)
                            .otherwise("unset: no bot")
                            .asSecret(),
                    Setting.of("SLACK_CHANNEL", "`#name` or id", "where the bot posts", Role.NOTIFIER)
                            .otherwise("needed with `SLACK_BOT_TOKEN`"),
                    Setting.of("SLACK_API_URL", "URL", "Slack's Web API, for example behind a gateway", Role.NOTIFIER)
                            .usually("https://slack.com/api/"),
                    Setting.of("SLACK_WEBHOOK_URL", "URL", "incoming webhook, for who has no bot", Role.NOTIFIER)
                            .otherwise("unset")
                            .asSecret(),
                    Setting.of(
                                    "SLACK_TIMEOUT_MS",
                                    "milliseconds, 100 to 60000",
                                    "how long one call of Slack may take",
                                    Role.NOTIFIER)
                            .usually("10000"),
                    Setting.of(
                                    "SLACK_RATE_PER_SECOND",
                                    "messages a second, up to 1000",
                                    "how fast Slack is told things in the long run",
                                    Role.NOTIFIER)
                            .usually("1"),
                    Setting.of("SLACK_BURST", "count, 1 to 1000", "messages at once after a rest", Role.NOTIFIER)
                            .usually("5"),
                    Setting.of("TWILIO_ACCOUNT_SID", "text", "the account at Twilio", Role.NOTIFIER)
                            .otherwise("unset: neither WhatsApp nor SMS")
                            .asSecret(),
                    Setting.of(
                                    "TWILIO_AUTH_TOKEN",
                                    "text",
                                    "its token; with it Twilio signs replies as well",
                                    Role.API,
                                    Role.NOTIFIER)
                            .otherwise("unset: nothing through Twilio, and every reply is refused")
                            .asSecret(),
                    Setting.of(
                                    "TWILIO_WHATSAPP_FROM",
                                    "number, `+` and digits",
                                    "who tells; `whatsapp:` before it is added if it is not there",
                                    Role.NOTIFIER)
                            .otherwise("unset: no WhatsApp"),
                    Setting.of(
                                    "WHATSAPP_ALERT_TO",
                                    "number, `+` and digits",
                                    "who is told, and may acknowledge by a reply",
                                    Role.API,
                                    Role.NOTIFIER)
                            .otherwise("unset: no WhatsApp"),
                    Setting.of(
                                    "TWILIO_SMS_FROM",
                                    "number, `+` and digits, or a short code or name",
                                    "who tells by SMS",
                                    Role.NOTIFIER)
                            .otherwise("unset: no SMS"),
                    Setting.of("SMS_ALERT_TO", "number, `+` and digits", "who is told by SMS", Role.NOTIFIER)
                            .otherwise("unset: no SMS"),
                    Setting.of(
                                    "SMS_MAX_SEGMENTS",
                                    "count, 1 to 10",
                                    "the longest SMS in segments, each of which is paid for; a longer text is cut, its link "
                                            + "is kept",
                                    Role.NOTIFIER)
                            .usually("3"),
                    Setting.of("TWILIO_API_URL", "URL", "another address of its API, such as a proxy's", Role.NOTIFIER)
                            .usually("https://api.twilio.com"),
                    Setting.of(
                                    "TWILIO_TIMEOUT_MS",
                                    "milliseconds, up to 30000",
                                    "from sending to the last byte of the answer",
                                    Role.NOTIFIER)
                            .usually("15000"),
                    Setting.of(
                                    "TWILIO_RATE_PER_SECOND",
                                    "messages a second, up to 1000",
                                    "how fast each recipient is told things in the long run",
                                    Role.NOTIFIER)
                            .usually("1"),
                    Setting.of("TWILIO_BURST", "count, 1 to 1000", "messages at once after a rest", Role.NOTIFIER)
                            .usually("3"),
                    Setting.of("JIRA_BASE_URL", "URL", "the site", Role.NOTIFIER)
                            .otherwise("unset: no Jira"),
                    Setting.of("JIRA_EMAIL", "text", "whose the token is", Role.NOTIFIER)
                            .otherwise("unset: no Jira"),
                    Setting.of("JIRA_API_TOKEN", "text", "the token", Role.NOTIFIER)
                            .otherwise("unset: no Jira")
                            .asSecret(),
                    Setting.of("JIRA_PROJECT_KEY", "letters and digits", "the project of new issues", Role.NOTIFIER)
                            .otherwise("unset: no Jira"),
                    Setting.of(
                                    "JIRA_DONE_TRANSITION",
                                    "text",
                                    "the transition that ends an issue after a recovery or a close, or the status it leads to",
                                    Role.NOTIFIER)
                            .usually("Done"),
                    Setting.of(
                                    "JIRA_TIMEOUT_MS",
                                    "milliseconds, up to 30000",
                                    "for a connection, and for each wait for an answer",
                                    Role.NOTIFIER)
                            .usually("15000"),
                    Setting.of(
                                    "JIRA_RATE_PER_SECOND",
                                    "messages a second, up to 1000",
                                    "how fast the project is told things in the long run",
                                    Role.NOTIFIER)
                            .usually("5"),
                    Setting.of("JIRA_BURST", "count, 1 to 1000", "messages at once after a rest", Role.NOTIFIER)
                            .usually("10"),
                    Setting.of(
                                    "SLACK_SIGNING_SECRET",
                                    "text",
                                    "with which Slack signs clicks ([INBOUND.md](INBOUND.md))",
                                    Role.API)
                            .otherwise("unset: every click is refused")
                            .asSecret(),
                    Setting.of(
                                    "PUBLIC_URL",
                                    "URL",
                                    "where the outside reaches the API, without `/api`: Twilio signs the URL that it calls",
                                    Role.API)
                            .otherwise("unset: `FRONTEND_URL`"),
                    Setting.of(
                                    "NOTIFY_DIGEST_CRON",
                                    "five fields, or `off`",
                                    "when people are told what quiet hours kept from them since the last time; nothing is "
                                            + "told when that is nothing",
                                    Role.API)
                            .usually("0 8 * * 1"),
                    Setting.of("NOTIFY_DIGEST_ZONE", "time zone", "whose clocks count for it", Role.API)
                            .usually("UTC"),
                    Setting.of(
                                    "NOTIFY_GROUP_SECONDS",
                                    "seconds",
                                    "how long what follows a first message of its kind is gathered into one; 0: nothing is "
                                            + "gathered ([NOTIFICATIONS.md](NOTIFICATIONS.md))",
                                    Role.NOTIFIER)
                            .usually("10"),
                    Setting.of(
                                    "NOTIFY_GROUP_MAX_SECONDS",
                                    "seconds, not below the one before",
                                    "the longest such window, to which it doubles while more comes",
                                    Role.NOTIFIER)
                            .usually("300"),
                    Setting.of(
                                    "NOTIFY_DOUBT_SECONDS",
                                    "seconds",
                                    "how long an attempt whose end nobody saw may still be on its way; not below the longest "
                                            + "time-out of a channel",
                                    Role.NOTIFIER)
                            .usually("15"),
                    Setting.of(
                                    "NOTIFY_MOST_IN_HAND",
                                    "messages, 1 or more",
                                    "messages read and not at their end; while there are so many no more are read. Each takes "
                                            + "about 1.3 KB of heap, and 0.9 KB for each channel",
                                    Role.NOTIFIER)
                            .usually("20000"),
                    Setting.of(
                                    "NOTIFIER_TURN_MS",
                                    "milliseconds",
                                    "how long a notifier that does not renew its turn keeps it; another goes on after that",
                                    Role.NOTIFIER)
                            .usually("3000"),
                    Setting.of(
                                    "NOTIFY_ROUTES_FILE",
                                    "path of a JSON file, at most 256 KiB",
                                    "which channels hear of what, and quiet hours ([NOTIFICATIONS.md](NOTIFICATIONS.md)); "
                                            + "one that is wrong stops the start; read again every 5 s",
                                    Role.NOTIFIER)
                            .otherwise("unset: every channel but Jira hears of everything"),
                    Setting.of(
                                    "NOTIFY_ROUTES",
                                    "JSON, at most 256 KiB",
                                    "the same without a file, read again as well; not both",
                                    Role.NOTIFIER)
                            .otherwise("unset")));

    private ChannelSettings() {}
}

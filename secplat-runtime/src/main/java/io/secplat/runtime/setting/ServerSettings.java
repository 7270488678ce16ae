package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of which server this is, and where it listens. */
final class ServerSettings {

    static final SettingSection SECTION = new SettingSection(
            "Which server this is, and where it listens",
            List.of(
                    Setting.of("SECPLAT_ROLES", "role, comma list, or `all`", "what this server does", Role.values())
                            .otherwise("unset: the application does not start; each `liberty/<role>` sets its own"),
                    Setting.of("HTTP_HOST", "address", "where Liberty listens", Role.values())
                            .usually("127.0.0.1"),
                    Setting.of("HTTP_PORT", "port", "where Liberty listens; health and metrics too", Role.values())
                            .usually("9080"),
                    Setting.of(
                                    "keystore_password",
                                    "text",
                                    "Liberty's own key store, which MicroProfile JWT wants to exist; any secret of yours",
                                    Role.values())
                            .asSecret(),
                    Setting.of(
                                    "SECPLAT_CONSOLE",
                                    "`on`",
                                    "the console for operators ([ADMIN.md](ADMIN.md))",
                                    Role.values())
                            .otherwise("unset: there is none"),
                    Setting.of("CONSOLE_HOST", "address", "where the console listens, with TLS", Role.values())
                            .usually("127.0.0.1"),
                    Setting.of("CONSOLE_PORT", "port", "where the console listens, with TLS", Role.values())
                            .usually("9443"),
                    Setting.of("CONSOLE_USER", "text", "who may sign in to the console", Role.values())
                            .otherwise("unset: nobody is let in"),
                    Setting.of("CONSOLE_PASSWORD", "text", "with which password", Role.values())
                            .otherwise("unset: nobody is let in")
                            .asSecret(),
                    Setting.of(
                                    "SECPLAT_CONSOLE_READER",
                                    "`on`",
                                    "one more user of the console, who may look and not act",
                                    Role.values())
                            .otherwise("unset: there is none"),
                    Setting.of("CONSOLE_READER", "text", "who that is", Role.values())
                            .otherwise("unset: nobody is let in"),
                    Setting.of("CONSOLE_READER_PASSWORD", "text", "with which password", Role.values())
                            .otherwise("unset: nobody is let in")
                            .asSecret(),
                    Setting.of(
                                    "CONSOLE_KEYSTORE",
                                    "path of a PKCS#12 file",
                                    "key and certificate of the console; its password is `keystore_password`",
                                    Role.values())
                            .usually("${server.output.dir}/resources/security/key.p12"),
                    Setting.of(
                            "FRONTEND_URL",
                            "URL",
                            "where the website is: base of links in notifications, origin that may use session "
                                    + "cookies, and where a sign-in through a provider ends; without it links are left out and "
                                    + "the API's own address counts",
                            Role.API),
                    Setting.of(
                                    "TRUSTED_PROXIES",
                                    "comma list of CIDRs",
                                    "proxies whose `X-Forwarded-For` is believed; without them the address that connects is "
                                            + "the client's",
                                    Role.API)
                            .otherwise("unset: none")));

    private ServerSettings() {}
}

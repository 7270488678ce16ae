package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.client.RawHttp;
import io.secplat.local.admin.AdminException;
import io.secplat.local.admin.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let in to the console of a server, and how far. */
class ConsoleAccessIT {

    private static final String BEANS = "/IBMJMXConnectorREST/mbeans";

    private final Platform platform = Platform.shared();

    @Test
    void nobody_else_is_let_in() throws IOException, InterruptedException {
        Console operator = platform.console("API");
        Console stranger =
                new Console(operator.address(), "operator", "guessed", operator.keys(), operator.keysPassword());

        assertThat(statusWithoutUser(operator)).isEqualTo(401);
        assertThatThrownBy(() -> ServerConsole.as("API", stranger).act("showConfiguration"))
                .isInstanceOf(AdminException.class)
                .hasMessage("The console does not let operator do this.");
        RawHttp application = new RawHttp(URI.create(platform.baseUrl()));
        assertThat(application.send("GET", BEANS, List.of(), new byte[0]).status())
                .isEqualTo(403);
        List<String> administrator =
                List.of("Authorization: Bearer " + platform.admin().token());
        assertThat(application.send("GET", BEANS, administrator, new byte[0]).status())
                .isEqualTo(403);
    }

    @Test
    void a_reader_sees_everything_and_changes_nothing() throws IOException {
        ServerConsole reader = ServerConsole.as("NOTIFIER", platform.consoleOfReader("NOTIFIER"));

        assertThat(reader.ofLoop("notifiers", "State")).isEqualTo("running");
        assertThat(reader.ofLoop("notifiers", "Counters")).contains("handled=");
        String settings = reader.attributes()
                .get("io.secplat:type=Settings,role=notifier")
                .get("Configuration");
        assertThat(settings).contains("CONSOLE_READER=reader", "CONSOLE_READER_PASSWORD=****");
        assertThat(PlatformSecrets.of(platform).leaks(settings)).isEmpty();
        for (String operation : List.of("pause", "drain", "resume")) {
            assertThatThrownBy(() -> reader.onLoop("notifiers", operation))
                    .isInstanceOf(AdminException.class)
                    .hasMessage("The console does not let reader do this.");
        }
        assertThatThrownBy(() -> reader.act("sendTestNotification", "all"))
                .hasMessage("The console does not let reader do this.");
        assertThat(reader.ofLoop("notifiers", "State")).isEqualTo("running");
    }

    private static int statusWithoutUser(Console console) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(console.trust())
                .build();
        HttpRequest ask =
                HttpRequest.newBuilder(URI.create(console.address() + BEANS)).build();
        return client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}

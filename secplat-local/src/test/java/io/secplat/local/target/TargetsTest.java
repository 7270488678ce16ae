package io.secplat.local.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.local.Client;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import io.secplat.local.http.LoopbackServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

    private static final String TOKEN = "/.well-known/secplat-verification.txt";

    @TempDir
    Path folder;

    @Test
    void a_token_is_served_as_soon_as_its_file_is_there() throws IOException {
        for (Function<Call, Answer> site : List.of(new VerifyWeb(folder), new Shop(folder))) {
            Path file = folder.resolve(TOKEN.substring(1));
            Files.deleteIfExists(file);
            try (LoopbackServer server = LoopbackServer.start(0, site)) {
                Client client = new Client(server.port());
                assertThat(client.get("/").statusCode()).isEqualTo(200);
                assertThat(client.get(TOKEN).statusCode()).isEqualTo(404);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "secplat-123\n");
                assertThat(client.get(TOKEN).body()).isEqualTo("secplat-123\n");
            }
        }
    }

    @Test
    void nothing_outside_of_the_folder_is_served() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Path inner = Files.createDirectories(folder.resolve("site"));
        try (LoopbackServer server = LoopbackServer.start(0, new VerifyWeb(inner))) {
            Client client = new Client(server.port());
            assertThat(client.get("/%2e%2e/secret.txt").statusCode()).isEqualTo(404);
            assertThat(client.get("//etc/passwd").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_shop_names_its_software_and_sends_no_security_header() throws IOException {
        try (LoopbackServer server = LoopbackServer.start(0, new Shop(folder))) {
            HttpResponse<String> home = new Client(server.port()).get("/");
            assertThat(home.headers().firstValue("Server")).contains("Apache/2.4.7 (Ubuntu)");
            assertThat(home.headers().map().keySet())
                    .doesNotContain("content-security-policy", "x-frame-options", "strict-transport-security");
            assertThat(home.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("HttpOnly");
        }
    }

    @Test
    void the_shop_has_products_and_escapes_what_is_searched() throws IOException {
        try (LoopbackServer server = LoopbackServer.start(0, new Shop(folder))) {
            Client client = new Client(server.port());
            assertThat(client.get("/products/1").body()).contains("Apple juice");
            assertThat(client.get("/products/99").statusCode()).isEqualTo(404);
            assertThat(client.get("/search?q=%3Cb%3E").body())
                    .contains("&lt;b&gt;")
                    .doesNotContain("<b>");
        }
    }
}

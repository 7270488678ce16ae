package io.secplat.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import io.secplat.local.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShopTest {

    private final List<String> calls = new ArrayList<>();
    private int loginStatus = 200;

    @TempDir
    Path folder;

    @Test
    void the_shop_is_registered_given_its_token_and_verified() throws Exception {
        try (LoopbackServer api = LoopbackServer.start(0, this::api)) {
            LocalPlatform platform = platform(api.port());
            assertThat(new DemoShop(platform).register()).contains("registered and verified");
            assertThat(Files.readString(platform.layout().wellKnown(Part.SHOP))).isEqualTo("tok3n\n");
        }
        assertThat(calls)
                .containsExactly(
                        "POST /api/auth/login",
                        "GET /api/assets/by-key/demo-shop",
                        "POST /api/assets",
                        "POST /api/assets/5/verify");
    }

    @Test
    void a_changed_password_is_said_and_nothing_else_happens() throws Exception {
        loginStatus = 401;
        try (LoopbackServer api = LoopbackServer.start(0, this::api)) {
            assertThat(new DemoShop(platform(api.port())).register()).contains("password of admin was changed");
        }
        assertThat(calls).containsExactly("POST /api/auth/login");
    }

    private Answer api(Call call) {
        calls.add(call.method() + " " + call.path());
        return switch (call.path()) {
            case "/api/auth/login" ->
                Answer.json(
                        loginStatus, new JsonWriter().put("access_token", "t").build());
            case "/api/assets" ->
                Answer.json(
                        201,
                        new JsonWriter()
                                .put("asset_id", 5)
                                .put("verified", false)
                                .put("verification_token", "tok3n")
                                .build());
            case "/api/assets/5/verify" ->
                Answer.json(200, new JsonWriter().put("verified", true).build());
            default -> Answer.notFound();
        };
    }

    private LocalPlatform platform(int port) throws IOException {
        return LocalPlatform.fresh(
                new Layout(folder, folder.resolve("data")), Map.of("SECPLAT_API_PORT", Integer.toString(port)));
    }
}

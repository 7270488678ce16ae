package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.WorkerLiveness;
import io.secplat.runtime.WorkerReadiness;
import io.secplat.workers.runtime.RoleLauncher;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside Open Liberty: its health tells of a loop that sticks, at first that it is of no use, and in the end that it is beyond help. */
@InContainer
@ExtendWith(ArquillianExtension.class)
class StuckLoopIT {

    @Inject
    private StuckLoop loop;

    @Deployment
    static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "stuck.war")
                .addPackage(RoleLauncher.class.getPackage())
                .addClass(StuckLoop.class)
                .addAsLibraries(TestLibraries.withNames(
                        "secplat-runtime",
                        "secplat-contracts",
                        "jspecify",
                        "assertj-core",
                        "awaitility",
                        "byte-buddy",
                        "hamcrest"))
                .addAsResource(
                        new StringAsset("config_ordinal=500\nSECPLAT_ROLES=deriver"),
                        "META-INF/microprofile-config.properties")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    void a_loop_that_sticks_takes_its_server_out_of_service_and_then_asks_for_a_restart() throws Exception {
        await().until(() -> loop.turns() > 0);
        assertThat(down("live")).isEmpty();
        assertThat(down("ready")).isEmpty();

        loop.stick();
        await().until(loop::isStuck);
        loop.putForward(WorkerReadiness.STUCK_AFTER);
        assertThat(down("live")).isEmpty();
        assertThat(down("ready")).containsExactly("worker-loops-run: 1 of 1 loops do not run or are silent");

        loop.putForward(WorkerLiveness.HUNG_AFTER);
        assertThat(down("live")).containsExactly("worker-loops: hung: " + StuckLoop.NAME);

        loop.free();
        await().until(() -> down("ready").isEmpty() && down("live").isEmpty());
    }

    /** The checks about workers' loops that are down, each with what it says. */
    private static List<String> down(String kind) throws IOException, InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + System.getenv("HTTP_PORT") + "/health/" + kind);
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .filter(check -> check.getString("name").startsWith("worker-loops"))
                    .filter(check -> check.getString("status").equals("DOWN"))
                    .map(check -> check.getString("name") + ": "
                            + check.getJsonObject("data").getString("what"))
                    .toList();
        }
    }
}

package io.secplat.bench.scan;

import io.secplat.bench.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Orders jobs through the API, one site after the other, so that some always wait. */
final class Feeder implements AutoCloseable {

    private static final int STOCK = 300;
    private static final int REST_MS = 250;
    private static final int CREATED = 201;
    private static final String WAITING = "SELECT count(*) FROM scan_jobs WHERE status = 'queued'";

    private final Stage stage;
    private final String token;
    private final List<Integer> assets;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "feeder");
    private volatile @Nullable Exception failure;
    private int ordered;

    private Feeder(Stage stage, String token, List<Integer> assets) {
        this.stage = stage;
        this.token = token;
        this.assets = assets;
    }

    /** Feeds from now on. */
    static Feeder start(Stage stage) throws IOException, InterruptedException, SQLException {
        Feeder feeder = new Feeder(stage, stage.token(), assets(stage));
        feeder.thread.setDaemon(true);
        feeder.thread.start();
        return feeder;
    }

    private static List<Integer> assets(Stage stage) throws IOException, SQLException {
        List<Integer> assets = new ArrayList<>();
        try (Connection database = stage.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT asset_id FROM assets WHERE asset_key LIKE 'site-%' ORDER BY asset_id")) {
            while (rows.next()) {
                assets.add(rows.getInt(1));
            }
        }
        return assets;
    }

    private void run() {
        try {
            while (!end.await(REST_MS, TimeUnit.MILLISECONDS)) {
                for (long waiting = stage.number(WAITING); waiting < STOCK && end.getCount() > 0; waiting++) {
                    order();
                }
            }
        } catch (IOException | SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void order() throws IOException, InterruptedException {
        int asset = assets.get(ordered++ % assets.size());
        String body = "{\"job_type\":\"tls_headers\",\"target_asset_id\":" + asset + ",\"force\":true}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stage.server().getPort() + "/api/jobs"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != CREATED) {
            throw new IOException("a new job was answered " + status);
        }
    }

    /** IOException when jobs could not be ordered. */
    void check() throws IOException {
        Exception cause = failure;
        if (cause != null) {
            throw new IOException("jobs could not be ordered", cause);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

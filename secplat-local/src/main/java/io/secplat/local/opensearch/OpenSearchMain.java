package io.secplat.local.opensearch;

import io.secplat.local.http.ListenAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.transport.Netty4Plugin;

/** Runs one OpenSearch node until the process is told to stop. Arguments: home folder, HTTP port. */
public final class OpenSearchMain extends Node {

    private OpenSearchMain(Environment environment) {
        super(
                environment,
                List.of(
                        Netty4Plugin.class,
                        CommonAnalysisPlugin.class,
                        PainlessPlugin.class,
                        ReindexPlugin.class,
                        MapperExtrasPlugin.class),
                false);
    }

    public static void main(String[] arguments) throws Exception {
        Environment environment = environment(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        LogConfigurator.setNodeName("secplat");
        Node node = new OpenSearchMain(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "stop-node"));
        node.start();
        new CountDownLatch(1).await();
    }

    private static Environment environment(Path home, int port) {
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", "secplat")
                .put("node.name", "secplat")
                .put("network.host", "127.0.0.1")
                .put("http.host", ListenAddress.get())
                .put("http.port", port)
                .put("transport.port", "0")
                .put("transport.type", "netty4")
                .put("http.type", "netty4")
                .put("discovery.type", "single-node")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "secplat");
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new IllegalStateException("the node did not close", e);
        }
    }
}

package io.secplat.local.target;

import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import io.secplat.local.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Runs one demo target. Arguments: {@code verify-web} or {@code shop}, port, folder of its files. */
public final class TargetMain {

    private TargetMain() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        Function<Call, Answer> site =
                switch (arguments[0]) {
                    case "verify-web" -> new VerifyWeb(folder);
                    case "shop" -> new Shop(folder);
                    default -> throw new IllegalArgumentException("no such target: " + arguments[0]);
                };
        LoopbackServer server = LoopbackServer.start(Integer.parseInt(arguments[1]), site);
        System.out.println(arguments[0] + " listens on http://127.0.0.1:" + server.port());
    }
}

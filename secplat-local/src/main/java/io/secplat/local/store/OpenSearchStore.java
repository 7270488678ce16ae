package io.secplat.local.store;

import io.secplat.local.process.Running;
import java.nio.file.Path;

/** A running OpenSearch of one node. */
public record OpenSearchStore(Running running) implements Store {

    /** Starts OpenSearch on the data under home; it needs 5 to 15 seconds to become ready. */
    public static OpenSearchStore start(Path home, int port) {
        OpenSearchProgram program = new OpenSearchProgram(home, port, OpenSearchProgram.QUICK_START);
        return new OpenSearchStore(Running.start(program, home.resolve("opensearch.log")));
    }

    /** For instance {@code http://127.0.0.1:19200}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }
}

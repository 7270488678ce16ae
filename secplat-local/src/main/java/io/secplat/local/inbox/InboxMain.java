package io.secplat.local.inbox;

import io.secplat.local.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Runs the inbox. Arguments: port, folder for its messages. */
public final class InboxMain {

    private InboxMain() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1], "messages.jsonl");
        LoopbackServer server = LoopbackServer.start(
                Integer.parseInt(arguments[0]), new Inbox(new MessageBook(file, Clock.systemUTC())));
        System.out.println("inbox listens on http://127.0.0.1:" + server.port() + ", messages in " + file);
    }
}

package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.local.admin.Connector;
import io.secplat.local.admin.Console;
import io.secplat.local.admin.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The console of one server, asked by the client that {@code ./secplat admin} is made of. */
final class ServerConsole {

    private final String role;
    private final Connector connector;

    private ServerConsole(String role, Connector connector) {
        this.role = role;
        this.connector = connector;
    }

    /** @param part name of the server as in its port's variable, for example {@code SCAN_WORKERS} */
    static ServerConsole of(Platform platform, String part) {
        return as(part, platform.console(part));
    }

    /** For somebody else than the operator. */
    static ServerConsole as(String part, Console console) {
        return new ServerConsole(part.toLowerCase(Locale.ROOT).replace('_', '-'), new Connector(console));
    }

    /** Has an operation of the whole role done; what the server says, line by line. */
    List<String> act(String operation, String... arguments) {
        return onLoop("", operation, arguments);
    }

    /** Has an operation of a loop done. */
    List<String> onLoop(String loop, String operation, String... arguments) {
        return connector.invoke(offered(loop, operation), List.of(arguments));
    }

    /** What a loop tells of itself by that name. */
    String ofLoop(String loop, String attribute) {
        return loops().get(loop).get(attribute);
    }

    /** Waits until a loop tells that it stands so. */
    void awaitState(String loop, String state) {
        await().atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(ofLoop(loop, "State")).as(loop).isEqualTo(state));
    }

    /** What each loop tells of itself. */
    Map<String, Map<String, String>> loops() {
        Map<String, Map<String, String>> loops = attributes();
        loops.keySet().removeIf(bean -> !bean.contains("type=Loop"));
        return loops.entrySet().stream()
                .collect(Collectors.toMap(
                        bean -> bean.getKey().replaceFirst("^.*,?name=([^,]+).*$", "$1"), Map.Entry::getValue));
    }

    /** What each bean tells of itself, by its name. */
    Map<String, Map<String, String>> attributes() {
        Map<String, Map<String, String>> joined = new TreeMap<>();
        connector.attributes(role).forEach((bean, values) -> {
            Map<String, String> text = new TreeMap<>();
            values.forEach((name, lines) -> text.put(name, String.join(", ", lines)));
            joined.put(bean, text);
        });
        return joined;
    }

    /** All that can be asked of this role. */
    List<Operation> operations() {
        return connector.operations(role);
    }

    private Operation offered(String loop, String name) {
        return operations().stream()
                .filter(operation ->
                        operation.name().equals(name) && operation.loop().equals(loop))
                .findFirst()
                .orElseThrow(() -> new AssertionError(role + " offers no " + name + " " + loop));
    }
}

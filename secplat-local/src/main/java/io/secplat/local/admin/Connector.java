package io.secplat.local.admin;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The REST connector of one server, as far as our own beans go. Every call throws {@link AdminException}. */
public final class Connector {

    private static final String BEANS = "/IBMJMXConnectorREST/mbeans";

    private final ConsoleHttp http;

    public Connector(Console console) {
        this.http = new ConsoleHttp(console);
    }

    /** Everything that can be asked of one role, loops in the order of their names. */
    public List<Operation> operations(String role) {
        List<Operation> all = new ArrayList<>();
        beans(role).forEach((name, url) -> http.get(url).asJsonObject().getJsonArray("operations").stream()
                .map(JsonValue::asJsonObject)
                .map(operation -> operation(name, operation))
                .forEach(all::add));
        return all;
    }

    /** The attributes of each bean of one role, as text, line by line. */
    public Map<String, Map<String, List<String>>> attributes(String role) {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        beans(role).forEach((name, url) -> {
            Map<String, List<String>> values = new TreeMap<>();
            for (JsonValue each : http.get(url + "/attributes").asJsonArray()) {
                JsonObject attribute = each.asJsonObject();
                values.put(attribute.getString("name"), lines(attribute.getJsonObject("value")));
            }
            if (!values.isEmpty()) {
                all.put(name, values);
            }
        });
        return all;
    }

    /** Does it, and returns what the server says, line by line. */
    public List<String> invoke(Operation operation, List<String> arguments) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        JsonArrayBuilder signature = Json.createArrayBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            String type = operation.parameters().get(i).type();
            values.add(Json.createObjectBuilder().add("value", arguments.get(i)).add("type", boxed(type)));
            signature.add(type);
        }
        JsonObject call = Json.createObjectBuilder()
                .add("params", values)
                .add("signature", signature)
                .build();
        return lines(http.post(
                BEANS + "/" + ConsoleHttp.escaped(operation.bean()) + "/operations/" + operation.name(), call));
    }

    private Map<String, String> beans(String role) {
        Map<String, String> beans = new TreeMap<>();
        JsonStructure found = http.get(BEANS + "?objectName=" + ConsoleHttp.escaped("io.secplat:role=" + role + ",*"));
        for (JsonValue bean : found.asJsonArray()) {
            beans.put(
                    bean.asJsonObject().getString("objectName"),
                    bean.asJsonObject().getString("URL"));
        }
        return beans;
    }

    private static Operation operation(String bean, JsonObject described) {
        List<Operation.Parameter> parameters = described.getJsonArray("signature").stream()
                .map(JsonValue::asJsonObject)
                .map(one -> new Operation.Parameter(
                        one.getString("name"), one.getString("type"), one.getString("description", "")))
                .toList();
        return new Operation(bean, described.getString("name"), described.getString("description", ""), parameters);
    }

    private static List<String> lines(JsonObject answer) {
        JsonValue value = answer.getOrDefault("value", JsonValue.NULL);
        if (value instanceof JsonArray many) {
            return many.stream().map(Connector::text).toList();
        }
        return value == JsonValue.NULL ? List.of() : List.of(text(value));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static String boxed(String type) {
        return type.equals("int") ? "java.lang.Integer" : type;
    }
}

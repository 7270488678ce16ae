package io.secplat.local.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;

/** What a server says that went wrong: the first line of the stack trace that its connector sends, without the class. */
final class Complaint {

    private Complaint() {}

    static String of(JsonStructure answer) {
        String trace = answer instanceof JsonObject object ? object.getString("stackTrace", "") : "";
        String first = trace.lines().findFirst().orElse("");
        String text = first.replaceFirst("^([\\w.$]+(Exception|Error): )+", "");
        return text.isBlank() ? "The server refused, and did not say why." : text;
    }
}

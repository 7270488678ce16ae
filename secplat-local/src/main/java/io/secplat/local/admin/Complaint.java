package io.secplat.local.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;

/** What a server says that went wrong: the text of its exception, without the class. */
final class Complaint {

    private Complaint() {}

    static String of(JsonStructure answer) {
        String error = answer instanceof JsonObject object ? object.getString("error", "") : "";
        String first = error.lines().findFirst().orElse("");
        String text = first.replaceFirst("^([\\w.$]+(Exception|Error): )+", "");
        return text.isBlank() ? "The server refused, and did not say why." : text;
    }
}

package io.secplat.runtime.admin;

import io.secplat.runtime.Journal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where it is written down what operators did. */
@FunctionalInterface
public interface Trail {

    void note(Act act);

    /** The log of the server. */
    static Trail of(Journal journal) {
        return act -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("operator", act.operator());
            fields.put("target", act.target());
            fields.put("arguments", act.arguments());
            if (act.status().equals("done")) {
                journal.info("admin." + act.operation(), act.status(), fields);
            } else {
                journal.warn("admin." + act.operation(), act.status(), fields);
            }
        };
    }
}

package io.secplat.openapi;

import io.secplat.openapi.Promises.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a newer description no longer keeps of an older one: the contract may grow, and nothing may disappear from it. */
final class BrokenPromises {

    private final List<String> found = new ArrayList<>();

    private BrokenPromises() {}

    /** One sentence for each; empty when every client of the older one can use the newer one. */
    static List<String> between(ApiDocument older, ApiDocument newer) {
        BrokenPromises broken = new BrokenPromises();
        Map<String, Place> before = Promises.of(older);
        Map<String, Place> now = Promises.of(newer);
        before.forEach((name, place) -> broken.compare(name, place, now.get(name)));
        now.forEach((name, place) -> broken.add(name, place, before));
        return broken.found;
    }

    private void compare(String name, Place before, @Nullable Place now) {
        if (now == null) {
            found.add(name + " is gone");
            return;
        }
        if (!now.type().equals(before.type())) {
            found.add(name + " was " + before.type() + " and is " + now.type());
        }
        if (before.asked()) {
            compareQuestion(name, before, now);
        } else {
            compareAnswer(name, before, now);
        }
    }

    private void compareQuestion(String name, Place before, Place now) {
        if (now.required() && !before.required()) {
            found.add(name + " is required now");
        }
        if (before.nullable() && !now.nullable()) {
            found.add(name + " may not be null any more");
        }
        Set<String> refused = new HashSet<>(before.values());
        refused.removeAll(now.values());
        if (!now.values().isEmpty() && !refused.isEmpty()) {
            found.add(name + " may not be " + refused + " any more");
        }
        if (before.values().isEmpty() && !now.values().isEmpty()) {
            found.add(name + " may only be " + now.values() + " now");
        }
    }

    private void compareAnswer(String name, Place before, Place now) {
        if (before.required() && !now.required()) {
            found.add(name + " may be missing now");
        }
        if (now.nullable() && !before.nullable()) {
            found.add(name + " may be null now");
        }
    }

    /** Something new must not be demanded of a call that was there before. */
    private void add(String name, Place place, Map<String, Place> before) {
        boolean known = before.containsKey(name) || !before.containsKey(call(name));
        String parent = parent(name);
        boolean optionalAbove = parent != null && !before.containsKey(parent);
        if (place.asked() && place.required() && !known && !optionalAbove) {
            found.add(name + " is new and required");
        }
    }

    private static String call(String name) {
        String[] words = name.split(" ", 3);
        return words[0] + " " + words[1];
    }

    /** The object or list that a place lies in; null for one that lies in none. */
    private static @Nullable String parent(String name) {
        int dot = Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf("[]"), name.lastIndexOf('|')));
        return dot < 0 || name.indexOf(' ', dot) >= 0 ? null : name.substring(0, dot);
    }
}

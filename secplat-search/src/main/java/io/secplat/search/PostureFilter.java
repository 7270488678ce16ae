package io.secplat.search;

import java.util.List;

/** Which assets of a posture list are wanted: values are or-ed, dimensions and-ed, case does not matter; empty means all. */
public record PostureFilter(
        List<String> environment, List<String> criticality, List<String> owner, List<String> status) {

    public static final PostureFilter ALL = new PostureFilter(List.of(), List.of(), List.of(), List.of());

    public PostureFilter {
        environment = List.copyOf(environment);
        criticality = List.copyOf(criticality);
        owner = List.copyOf(owner);
        status = List.copyOf(status);
    }
}

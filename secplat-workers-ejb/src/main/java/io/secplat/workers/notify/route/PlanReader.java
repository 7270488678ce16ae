package io.secplat.workers.notify.route;

import io.secplat.contracts.model.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a plan from JSON. The first thing that is wrong is an {@link InvalidPlanException} that begins with its path. */
public final class PlanReader {

    private PlanReader() {}

    /** The plan that this JSON states. */
    public static RoutePlan read(String json) {
        Members members = new Node(Members.ROOT, PlanText.parse(json)).members("routes", "quiet");
        List<Route> routes = members.find("routes")
                .map(list -> list.entries(PlanLimits.ROUTES).stream()
                        .map(PlanReader::route)
                        .toList())
                .orElse(RoutePlan.DEFAULT.routes());
        List<QuietHours> quiet = members.find("quiet")
                .map(list -> list.entries(PlanLimits.QUIET_HOURS).stream()
                        .map(PlanReader::quiet)
                        .toList())
                .orElse(List.of());
        refuseTwins("routes", routes.stream().map(Route::name).toList());
        refuseTwins("quiet", quiet.stream().map(QuietHours::name).toList());
        return new RoutePlan(routes, quiet);
    }

    private static Route route(Node node) {
        Members members = node.members("name", "match", "channels", "continue");
        String name = Words.name(members.need("name"));
        if (name.equals(RoutePlan.ASKED)) {
            throw members.need("name").not("is reserved for messages that name their channels");
        }
        return new Route(
                name,
                members.find("match").map(PlanReader::match).orElse(Match.EVERYTHING),
                members.need("channels").distinct(PlanLimits.ENTRIES, Words::channel),
                members.find("continue").map(Node::flag).orElse(false));
    }

    private static Match match(Node node) {
        Members members =
                node.members("kinds", "min_severity", "asset_tags", "environments", "assets", "during", "escalation");
        return new Match(
                members.list("kinds", Words::kind),
                members.find("min_severity").map(Words::severity),
                members.list("asset_tags", Words::label),
                members.list("environments", Words::label),
                members.list("assets", Words::glob),
                members.find("during").map(WindowReader::read),
                members.find("escalation").map(step -> step.integer(0, PlanLimits.STEPS)));
    }

    private static QuietHours quiet(Node node) {
        Members members = node.members("name", "during", "channels", "below");
        Node below = members.need("below");
        Severity severity = Words.severity(below);
        if (severity == Severity.INFO) {
            throw below.not("is the lowest severity, so nothing would be muted");
        }
        return new QuietHours(
                Words.name(members.need("name")),
                WindowReader.read(members.need("during")),
                members.list("channels", Words::channel),
                severity);
    }

    private static void refuseTwins(String list, List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            Integer earlier = seen.putIfAbsent(names.get(index), index);
            if (earlier != null) {
                throw new InvalidPlanException(list + "[" + index + "].name: \"" + names.get(index)
                        + "\" is the name of " + list + "[" + earlier + "] already");
            }
        }
    }
}

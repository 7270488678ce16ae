package io.secplat.bench.notice;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Jira's REST API, version 3, as far as the notifier uses it. */
final class JiraStandIn implements StandIn, Desk {

    private static final String PATH = "/rest/api/3";

    private final JiraProject project;
    private final Host host;

    JiraStandIn(Clock clock) throws IOException {
        this.project = new JiraProject(clock);
        this.host = new Host(this, clock);
    }

    @Override
    public Service service() {
        return Service.JIRA;
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("JIRA_BASE_URL", host.url());
    }

    @Override
    public List<Post> posts() {
        return project.posts();
    }

    @Override
    public int size() {
        return project.size();
    }

    /** Whether the issue with that key is done. */
    boolean isDone(String key) {
        return project.isDone(key);
    }

    @Override
    public void clear() {
        project.clear();
        host.forgetCalls();
    }

    @Override
    public Reply answer(Ask ask) {
        String path = ask.path().startsWith(PATH) ? ask.path().substring(PATH.length()) : "";
        String[] parts = path.substring(Math.min(1, path.length())).split("/", -1);
        if (path.equals("/search/jql")) {
            return project.search(ask.query());
        }
        if (!parts[0].equals("issue")) {
            return JiraProject.NOTHING;
        }
        if (parts.length == 1) {
            return project.create(ask.body());
        }
        String what = parts.length == 2 ? "" : parts[2];
        return switch (what) {
            case "" -> project.issue(parts[1]);
            case "comment" ->
                ask.isPost() ? project.comment(parts[1], ask.body()) : project.comments(parts[1], ask.query());
            case "transitions" -> project.move(parts[1], ask.body());
            default -> JiraProject.NOTHING;
        };
    }

    @Override
    public void close() {
        host.close();
    }
}

package io.secplat.containers;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether a Docker engine answers, and its client knows Compose. Both are asked once per JVM. */
final class DockerCondition implements ExecutionCondition {

    private static final class Found {
        private static final ConditionEvaluationResult RESULT = look();

        private static ConditionEvaluationResult look() {
            try {
                String engine = Docker.run(Map.of(), "version", "--format", "{{.Server.Version}}");
                String compose = Docker.run(Map.of(), "compose", "version", "--short");
                return ConditionEvaluationResult.enabled(
                        "Docker engine " + engine.strip() + " with Compose " + compose.strip());
            } catch (AssertionError e) {
                return ConditionEvaluationResult.disabled("no Docker engine with Compose: " + e.getMessage());
            }
        }
    }

    static boolean isMet() {
        return !Found.RESULT.isDisabled();
    }

    /** What was found, or what is missing. */
    static String reason() {
        return Found.RESULT.getReason().orElse("");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!isMet() && context.getTestMethod().isEmpty()) {
            System.out.println(context.getDisplayName() + " is skipped: " + reason());
        }
        return Found.RESULT;
    }
}

package io.secplat.containers;

import io.secplat.api.postgres.TestDatabase;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Points tests of tables to a container; without an engine they are skipped, each by its name. */
public final class OnPostgresContainer implements ExecutionCondition {

    private final DockerCondition docker = new DockerCondition();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = docker.evaluateExecutionCondition(context);
        if (!result.isDisabled() && System.getProperty(TestDatabase.OTHER) == null) {
            System.setProperty(TestDatabase.OTHER, StoreContainers.postgres());
        }
        return result;
    }
}

package io.secplat.api.auth;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import java.util.List;

/** Refuses to start with a password in the settings that everybody would try; whether its user exists does not matter. */
record PasswordSettings(List<Given> given) implements StartStep {

    /** @param setting the name of the setting that holds the account's password */
    record Given(String setting, FirstUsers.Account account) {}

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "passwords";
    }

    @Override
    public int order() {
        return SETTINGS;
    }

    @Override
    public void run() {
        given.forEach(one -> one.account()
                .password()
                .flatMap(password -> PasswordRule.objection(one.account().userName(), password))
                .ifPresent(objection -> {
                    throw new IllegalStateException(one.setting() + " " + objection);
                }));
    }
}

package io.secplat.api.auth;

import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Body;
import java.util.Optional;

/** What an administrator sends about a user, checked. */
record UserForm(String userName, AccessRole role, Optional<String> password, boolean disabled) {

    private static final String ROLES = "viewer, analyst or admin";

    static UserForm create(Body body) {
        String userName = body.requiredText("username", UserName.LONGEST);
        if (!userName.isBlank() && !UserName.isValid(userName)) {
            body.violation("username", "string_pattern_mismatch", "username " + UserName.EXPECTED);
        }
        UserForm form = new UserForm(
                userName,
                body.choice("role", AccessRole::of, ROLES).orElse(AccessRole.VIEWER),
                body.text("password", PasswordRule.LONGEST),
                body.bool("disabled").orElse(false));
        form.password().ifPresent(password -> judge(body, userName, password));
        body.check();
        return form;
    }

    static UserChange change(Body body) {
        UserChange change = UserChange.update(body.choice("role", AccessRole::of, ROLES), body.bool("disabled"));
        body.check();
        return change;
    }

    static String newPassword(Body body, String userName) {
        String password = body.requiredText("password", PasswordRule.LONGEST);
        if (!password.isBlank()) {
            judge(body, userName, password);
        }
        body.check();
        return password;
    }

    private static void judge(Body body, String userName, String password) {
        PasswordRule.objection(userName, password)
                .ifPresent(objection -> body.violation("password", "password", "password " + objection));
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "UserForm[" + userName + "]";
    }
}

package io.secplat.api.findings;

import static io.secplat.api.findings.FindingDetails.said;

import org.jspecify.annotations.Nullable;

/** The known vulnerability and the package that an outside scanner names; any of it may be missing. */
public record SoftwareComponent(
        @Nullable String vulnerabilityId,
        @Nullable String ecosystem,
        @Nullable String name,
        @Nullable String version,
        @Nullable String fixedVersion) {

    public static final SoftwareComponent NONE = new SoftwareComponent(null, null, null, null, null);

    /** What was said before, except where this says something. */
    SoftwareComponent over(SoftwareComponent before) {
        return new SoftwareComponent(
                said(vulnerabilityId, before.vulnerabilityId),
                said(ecosystem, before.ecosystem),
                said(name, before.name),
                said(version, before.version),
                said(fixedVersion, before.fixedVersion));
    }
}

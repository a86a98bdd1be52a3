package io.sandtable;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/** A module is a package below ours; its features, one package each, may be used from outside unless they are called internal. */
final class SubPackagesExposed implements ApplicationModuleDetectionStrategy {
    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage ours) {
        return ours.getDirectSubPackages().stream();
    }

    @Override
    public NamedInterfaces detectNamedInterfaces(JavaPackage module, ApplicationModuleInformation information) {
        return NamedInterfaces.builder(module)
                .recursive()
                .including(feature -> !feature.getName().matches(".*\\.internal(\\..*)?"))
                .build();
    }
}

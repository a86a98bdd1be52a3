package io.sandtable.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What figures depend on and may be published: cores, memory, operating system, JDK; never a name. */
final class Machine {
    private static final double GIGABYTE = 1 << 30;

    private Machine() {}

    static String describe() {
        var os = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %.0f GB memory, %.1f GB heap, %s %s, JDK %s"
                .formatted(
                        os.getAvailableProcessors(),
                        os.getTotalMemorySize() / GIGABYTE,
                        Runtime.getRuntime().maxMemory() / GIGABYTE,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }
}

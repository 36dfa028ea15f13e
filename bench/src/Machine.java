package fr.entecole.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the whole machine has done, and what this bench has, its children included: the rest is others', and a run that
/// they disturbed says so and is not believed.
record Machine(long busyMicros, long ownMicros, long nanos) {

    private static final long TICK_MICROS = 10_000;

    /// Of all cores: below, others are the noise of any machine.
    static final double TOLERATED = 0.04;

    static Machine now(Application app) throws IOException {
        return new Machine(busy(), own(app), System.nanoTime());
    }

    /// @return the share of the machine that others used since: 0 to 1
    double others(Machine before) {
        double all = (nanos - before.nanos) / 1000.0 * Runtime.getRuntime().availableProcessors();
        return Math.max(0, (busyMicros - before.busyMicros - (ownMicros - before.ownMicros)) / all);
    }

    /// User, nice, system, interrupts and what another machine has stolen; neither idle nor waiting for a disk.
    private static long busy() throws IOException {
        var fields = Arrays.stream(Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) * TICK_MICROS;
    }

    /// This process with what it has started and waited for, the application, and its PostgreSQL.
    private static long own(Application app) throws IOException {
        long me = ProcessHandle.current().pid();
        List<Long> running = new ArrayList<>(Processus.withChildren(me));
        running.addAll(Processus.withChildren(app.pid()));
        long micros = 0;
        for (long pid : running.stream().distinct().toList()) {
            try {
                micros += Processus.cpuMicros(pid) + Processus.endedMicros(pid);
            } catch (NoSuchFileException e) {
                continue; // ended since it was listed
            }
        }
        return micros + Processus.postgresMicros(app.postmaster());
    }
}

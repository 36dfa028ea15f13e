package fr.entecole.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the kernel says of a process: processor time and memory, from /proc.
final class Processus {

    private static final long TICK_MICROS = 10_000;

    private Processus() {}

    /// Processor time of a process with all its threads, in µs, to 10 ms.
    static long cpuMicros(long pid) throws IOException {
        var stat = stat(pid);
        return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * TICK_MICROS;
    }

    /// Processor time of the children of a process that have ended.
    static long endedMicros(long pid) throws IOException {
        var stat = stat(pid);
        return (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * TICK_MICROS;
    }

    /// Processor time of a PostgreSQL server, in µs: each backend has one thread, of which the kernel counts the ns;
    /// those that have ended meanwhile are in their parent's account.
    static long postgresMicros(long postmaster) throws IOException {
        var stat = stat(postmaster);
        long micros = (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * TICK_MICROS;
        for (long pid : withChildren(postmaster)) {
            try {
                micros +=
                        Long.parseLong(Files.readString(proc(pid, "schedstat")).split(" ")[0]) / 1000;
            } catch (NoSuchFileException e) {
                continue; // ended since it was listed
            }
        }
        return micros;
    }

    /// Processor time of the compilers of a virtual machine, in µs: a page that is asked for often enough costs none.
    static long compilerMicros(long pid) throws IOException {
        long micros = 0;
        try (var threads = Files.list(proc(pid, "task"))) {
            for (var thread : threads.toList()) {
                try {
                    if (Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compiler.*")) {
                        micros += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]) / 1000;
                    }
                } catch (NoSuchFileException e) {
                    continue; // ended since it was listed
                }
            }
        }
        return micros;
    }

    static List<Long> withChildren(long parent) throws IOException {
        List<Long> found = new ArrayList<>(List.of(parent));
        ProcessHandle.of(parent).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .forEach(found::add);
        return found;
    }

    static double rssMb(long pid) throws IOException {
        return kb(proc(pid, "status"), "VmRSS:") / 1024.0;
    }

    /// Memory of several processes with what they share counted once, in MB.
    static double pssMb(List<Long> pids) throws IOException {
        double mb = 0;
        for (long pid : pids) {
            mb += kb(proc(pid, "smaps_rollup"), "Pss:") / 1024.0;
        }
        return mb;
    }

    private static long kb(Path file, String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /// The fields after the command's name, which may hold spaces; the first is field 3 of proc(5).
    private static String[] stat(long pid) throws IOException {
        var line = Files.readString(proc(pid, "stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }
}

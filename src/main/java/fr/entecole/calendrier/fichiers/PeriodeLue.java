package fr.entecole.calendrier.fichiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Holidays as a file gives them.
///
/// @param rentree year in which their school year begins
/// @param reprise first day of class again; null when the file does not say
public record PeriodeLue(
        Zone zone,
        int rentree,
        String nom,
        LocalDate debut,
        @Nullable LocalDate reprise) {}

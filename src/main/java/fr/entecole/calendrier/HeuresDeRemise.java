package fr.entecole.calendrier;

import fr.entecole.calendrier.Semaine.Portee;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// When something may reach people, from a day on: what is written at other hours is delivered when they begin again.
/// Never on a Sunday.
///
/// @param effet first day on which they hold
/// @param ouvre,ferme from Monday to Friday
/// @param samedi until when on a Saturday; null: not on a Saturday
/// @param vacances also during holidays
/// @param feries also on public holidays
record HeuresDeRemise(
        Portee portee,
        LocalDate effet,
        LocalTime ouvre,
        LocalTime ferme,
        @Nullable LocalTime samedi,
        boolean vacances,
        boolean feries) {}

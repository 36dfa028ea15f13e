package fr.entecole.annuaire.aaf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of the feed import, under `ent.aaf`.
///
/// @param deltaMaxDays a delta may not be further from the last applied batch than this
/// @param freshDays the directory of an académie whose last batch is older than this is not up to date
/// @param suspendedThreshold per cent of the present people of an académie that a batch may take away unasked
/// @param schoolThreshold per cent of the pupils of a school that a batch may take away unasked
/// @param schoolAtLeast fewer pupils than this hold no school back
/// @param volumeThreshold per cent by which a batch may be larger or smaller than the last one, unasked
/// @param volumeAtLeast fewer people than this make no difference
/// @param refusedThreshold per cent of the records of a kind that a batch may have refused as unusable, unasked
/// @param refusedAtLeast fewer than this are told, and never hold a batch: a delta may have one record
/// @param unpackMax bytes that an archive may unpack to
/// @param unpackMaxRatio times its own size that an archive may unpack to (looked at from 64 MB on)
/// @param depotMax bytes of an archive that the region drops on its screen
/// @param dossier watched each night, one folder an académie in it (`11`, `16`); empty: none
/// @param academies names of the académies, as ENTServAcAcademie writes them, to their codes
/// @param departements codes of the académies to their départements, in three characters
@ConfigurationProperties("ent.aaf")
public record AafReglages(
        @DefaultValue("7") int deltaMaxDays,
        @DefaultValue("10") int freshDays,
        @DefaultValue("10") double suspendedThreshold,
        @DefaultValue("50") double schoolThreshold,
        @DefaultValue("10") int schoolAtLeast,
        @DefaultValue("30") double volumeThreshold,
        @DefaultValue("500") int volumeAtLeast,
        @DefaultValue("10") double refusedThreshold,
        @DefaultValue("3") int refusedAtLeast,
        @DefaultValue("16GB") DataSize unpackMax,
        @DefaultValue("200") int unpackMaxRatio,
        @DefaultValue("2000000000B") DataSize depotMax,
        @DefaultValue("") String dossier,
        @DefaultValue Map<String, String> academies,
        @DefaultValue Map<String, List<String>> departements) {

    public AafReglages {
        if (academies.isEmpty()) {
            academies = Map.of("MONTPELLIER", "11", "TOULOUSE", "16");
        }
        if (departements.isEmpty()) {
            departements = Map.of(
                    "11", List.of("011", "030", "034", "048", "066"),
                    "16", List.of("009", "012", "031", "032", "046", "065", "081", "082"));
        }
    }

    /// The first day of a batch by which a directory is up to date.
    public LocalDate freshSince(LocalDate aujourdhui) {
        return aujourdhui.minusDays(freshDays);
    }

    public boolean knows(String academie) {
        return academies.containsValue(academie);
    }

    public String nameOf(String academie) {
        return academies.entrySet().stream()
                .filter(e -> e.getValue().equals(academie))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(academie);
    }

    @Nullable
    public String academieOfDepartement(String departement) {
        return departements.entrySet().stream()
                .filter(e -> e.getValue().contains(departement))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}

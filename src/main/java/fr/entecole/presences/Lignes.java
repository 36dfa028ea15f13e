package fr.entecole.presences;

import fr.entecole.annuaire.Appellations;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Feuille.Geste;
import fr.entecole.presences.Feuille.Ligne;
import fr.entecole.presences.Feuille.Version;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Rows of this module's tables, read.
public final class Lignes {

    private Lignes() {}

    /// @param rs versions from the first to the last, each with its lines or with one of nobody
    static Feuille feuille(ResultSet rs) throws SQLException {
        List<Version> versions = new ArrayList<>();
        List<Ligne> lignes = new ArrayList<>();
        while (rs.next()) {
            int numero = rs.getInt("numero");
            if (versions.isEmpty() || versions.getLast().numero() != numero) {
                versions.add(version(rs, numero));
            }
            if (rs.getObject("eleve_id") != null) {
                lignes.add(ligne(rs, numero));
            }
        }
        return new Feuille(versions, lignes);
    }

    static Ligne ligne(ResultSet rs, int row) throws SQLException {
        return new Ligne(rs.getObject("id", UUID.class), Colonnes.uuid(rs, "eleve_id"), rs.getInt("numero"), dit(rs));
    }

    private static Version version(ResultSet rs, int numero) throws SQLException {
        return new Version(
                numero,
                Geste.valueOf(rs.getString("geste")),
                rs.getString("motif"),
                rs.getString("auteur"),
                Colonnes.uuid(rs, "auteur_id"),
                instant(rs, "fait_le"),
                rs.getObject("saisi_le") == null ? null : instant(rs, "saisi_le"));
    }

    public static Dit dit(ResultSet rs) throws SQLException {
        return new Dit(
                Etat.valueOf(rs.getString("etat")),
                rs.getObject("arrive", LocalTime.class),
                rs.getObject("parti", LocalTime.class));
    }

    public static DemiJournee demi(ResultSet rs) throws SQLException {
        return new DemiJournee(
                Objects.requireNonNull(rs.getObject("jour", LocalDate.class)), Moment.valueOf(rs.getString("moment")));
    }

    public static Plage plage(ResultSet rs) throws SQLException {
        int chaque = rs.getInt("jour_semaine");
        var moment = rs.getString("moment");
        return new Plage(
                Objects.requireNonNull(rs.getObject("du", LocalDate.class)),
                Objects.requireNonNull(rs.getObject("au", LocalDate.class)),
                chaque == 0 ? null : DayOfWeek.of(chaque),
                moment == null ? null : Moment.valueOf(moment));
    }

    /// @param rs with `prenom` and `nom` of who said it
    public static Excuse excuse(ResultSet rs, int row) throws SQLException {
        var prenom = rs.getString("prenom");
        var nom = rs.getString("nom");
        return new Excuse(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "eleve_id"),
                rs.getObject("responsable_id", UUID.class),
                nom == null ? "" : Appellations.personne(prenom, nom),
                Mode.valueOf(rs.getString("mode")),
                Motif.of(rs.getString("motif")).orElse(Motif.AUTRE),
                rs.getString("precisions"),
                plage(rs),
                instant(rs, "dite_le"));
    }

    public static Instant instant(ResultSet rs, String colonne) throws SQLException {
        return rs.getObject(colonne, OffsetDateTime.class).toInstant();
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

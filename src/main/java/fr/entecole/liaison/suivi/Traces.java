package fr.entecole.liaison.suivi;

import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.suivi.Suivi.Dit;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What guardians left of a mot: readings, answers, and what the school did for them. One statement.
record Traces(
        Map<UUID, Lu> lus,
        Map<String, Reponse> reponses,
        Map<UUID, Instant> relances,
        Map<String, Instant> talons,
        Set<UUID> refusees,
        Map<UUID, Instant> papiers) {

    private static final String SQL = """
            select 'LU' as quoi, null::uuid as eleve_id, l.personne_id, max(l.numero) as numero, null as sens,
                   null as precision, null as voie, min(l.lu_le) as le
              from liaison.lecture l where l.ecole_id = :ecole and l.mot_id = :mot group by l.personne_id
            union all
            select 'REPONSE', r.eleve_id, r.personne_id, r.numero, r.sens, r.precision, r.voie, r.fait_le
              from liaison.reponse r where r.ecole_id = :ecole and r.mot_id = :mot and r.fini_le is null
            union all
            select 'RELANCE', null, x.personne_id, 0, null, null, null, max(x.visible_le)
              from liaison.relance x where x.ecole_id = :ecole and x.mot_id = :mot group by x.personne_id
            union all
            select 'TALON', t.eleve_id, t.personne_id, 0, null, null, null, t.imprime_le
              from liaison.talon t where t.ecole_id = :ecole and t.mot_id = :mot
            union all
            select 'REFUSEE', null, f.personne_id, 0, null, null, null, f.depuis
              from notifications.refusee f where f.personne_id = any(:gardes)
            union all
            select 'PAPIER', null, p.personne_id, 0, null, null, null, p.note_le
              from liaison.sur_papier p
             where p.ecole_id = :ecole and p.personne_id = any(:gardes) and p.fini_le is null
            """;

    /// @param gardes of whom it is asked
    static Lecture<Traces> of(Mot mot, Set<UUID> gardes) {
        return Lecture.whole(
                SQL,
                Map.of("ecole", mot.ecoleId(), "mot", mot.id(), "gardes", gardes.toArray(UUID[]::new)),
                Traces::read);
    }

    static String cle(UUID eleve, UUID personne) {
        return eleve + "." + personne;
    }

    /// What this guardian said for this child, if it answers what the mot says now.
    @Nullable
    Dit dit(UUID eleve, UUID personne, Mot mot) {
        var said = reponses.get(cle(eleve, personne));
        return said == null || said.numero < mot.depuis()
                ? null
                : new Dit(said.sens, said.precision, said.papier, said.numero < mot.numero(), said.le);
    }

    private static Traces read(ResultSet rs) throws SQLException {
        var traces = new Traces(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        while (rs.next()) {
            var personne = Colonnes.uuid(rs, "personne_id");
            var le = LectureDesMots.instant(rs, "le");
            switch (Objects.requireNonNull(rs.getString("quoi"))) {
                case "LU" -> traces.lus.put(personne, new Lu(le, rs.getInt("numero")));
                case "REPONSE" ->
                    traces.reponses.put(
                            cle(Colonnes.uuid(rs, "eleve_id"), personne),
                            new Reponse(
                                    rs.getInt("numero"),
                                    Sens.valueOf(rs.getString("sens")),
                                    Objects.requireNonNull(rs.getString("precision")),
                                    "PAPIER".equals(rs.getString("voie")),
                                    le));
                case "RELANCE" -> traces.relances.put(personne, le);
                case "TALON" -> traces.talons.put(cle(Colonnes.uuid(rs, "eleve_id"), personne), le);
                case "PAPIER" -> traces.papiers.put(personne, le);
                default -> traces.refusees.add(personne);
            }
        }
        return traces;
    }

    record Lu(Instant le, int numero) {}

    private record Reponse(int numero, Sens sens, String precision, boolean papier, Instant le) {}
}

package fr.entecole.annuaire.corrections;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A record of the feed as the head knows it to be. Writing again what the feed says ends the correction.
@Component
@Transactional
class FichesCorrigees {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    FichesCorrigees(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param valeurs as the directory has them, '' for none
    /// @param dites by the feed, of those that are corrected
    record Fiche(Nature nature, UUID id, boolean academie, Map<Champ, String> valeurs, Map<Champ, String> dites) {}

    @Transactional(readOnly = true)
    public Fiche read(Nature nature, UUID id) {
        Map<Champ, String> values = new EnumMap<>(Champ.class);
        boolean[] academie = {false};
        jdbc.sql("select * from annuaire." + table(nature) + " where id = :id")
                .param("id", id)
                .query(rs -> {
                    academie[0] = rs.getString("aaf_id") != null;
                    for (var champ : champs(nature)) {
                        var value = rs.getString(champ.colonne());
                        values.put(champ, value == null ? "" : value);
                    }
                });
        Map<Champ, String> said = new EnumMap<>(Champ.class);
        jdbc.sql("select champ, dit from annuaire.correction where personne_id = :id and finie_le is null")
                .param("id", id)
                .query(rs -> {
                    said.put(Champ.valueOf(rs.getString("champ").toUpperCase(Locale.ROOT)), rs.getString("dit"));
                });
        return new Fiche(nature, id, academie[0], values, said);
    }

    static List<Champ> champs(Nature nature) {
        return nature == Nature.ELEVE ? Champ.OF_A_PUPIL : Champ.OF_A_GUARDIAN;
    }

    private static String table(Nature nature) {
        return nature == Nature.ELEVE ? "eleve" : "responsable";
    }

    /// @param valeurs of all its fields
    /// @return how many have changed
    int correct(Fiche fiche, UUID ecole, Map<Champ, String> valeurs, String motif, Utilisateur head) {
        int changed = 0;
        for (var champ : champs(fiche.nature())) {
            var before = fiche.valeurs().getOrDefault(champ, "");
            var value = valeurs.getOrDefault(champ, before).strip();
            if (!value.equals(before)) {
                write(fiche, champ, value);
                if (fiche.academie()) {
                    end(fiche, champ);
                    var said = fiche.dites().getOrDefault(champ, before);
                    if (!said.equals(value)) {
                        insert(fiche, ecole, champ, said, value, motif, head);
                    }
                }
                changed++;
            }
        }
        if (changed > 0) {
            journal.record(Fait.of(ActeAnnuaire.FICHE_CORRIGEE, fiche.id())
                    .by(head.compteId())
                    .inEcole(ecole));
        }
        return changed;
    }

    private void write(Fiche fiche, Champ champ, String value) {
        jdbc.sql("update annuaire.%s set %s = nullif(:valeur, '')%s where id = :id"
                        .formatted(
                                table(fiche.nature()), champ.colonne(), champ == Champ.DATE_NAISSANCE ? "::date" : ""))
                .param("valeur", value)
                .param("id", fiche.id())
                .update();
    }

    private void end(Fiche fiche, Champ champ) {
        jdbc.sql("""
                        update annuaire.correction set finie_le = :maintenant, finie = 'RETIREE'
                         where personne_id = :id and champ = :champ and finie_le is null
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("id", fiche.id())
                .param("champ", champ.colonne())
                .update();
    }

    private void insert(
            Fiche fiche, UUID ecole, Champ champ, String said, String value, String motif, Utilisateur head) {
        jdbc.sql("""
                        insert into annuaire.correction (ecole_id, personne_id, nature, champ, dit, valeur, motif,
                                                         auteur_personnel_id, posee_le)
                        values (:ecole, :id, :nature, :champ, :dit, :valeur, :motif, :auteur, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("id", fiche.id())
                .param("nature", fiche.nature().name())
                .param("champ", champ.colonne())
                .param("dit", said)
                .param("valeur", value)
                .param("motif", motif)
                .param("auteur", head.personneId())
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
    }
}

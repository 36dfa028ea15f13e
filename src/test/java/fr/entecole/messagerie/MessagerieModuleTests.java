package fr.entecole.messagerie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.socle.Cle;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MessagerieModuleTests {

    @Autowired
    MessagerieDonneesPersonnelles donnees;

    @Autowired
    RondeDesMessages ronde;

    @Autowired
    Regles regles;

    @Autowired
    JdbcClient jdbc;

    @Test
    void forgetsWhoeverIsForgottenAndLeavesTheirWordsToOthers() {
        var ecole = UUID.randomUUID();
        var auteur = UUID.randomUUID();
        var lecteur = UUID.randomUUID();
        var talk = conversation(ecole, auteur);
        for (var personne : List.of(auteur, lecteur)) {
            jdbc.sql("""
                            insert into messagerie.participant
                                   (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus)
                            values (:talk, :personne, :ecole, 'PERSONNEL', '{}', clock_timestamp(), 0)
                            """)
                    .param("talk", talk)
                    .param("personne", personne)
                    .param("ecole", ecole)
                    .update();
        }
        jdbc.sql("""
                        insert into messagerie.message
                               (ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, cle, ecrit_le,
                                remettre_le, remis_le, retenu, disparait_le)
                        values (:ecole, :talk, :auteur, 'ENSEIGNANT', '<p>Bonjour</p>', 'Bonjour', '', uuidv7(),
                                clock_timestamp(), clock_timestamp(), clock_timestamp(), false, :fin)
                        """)
                .param("ecole", ecole)
                .param("talk", talk)
                .param("auteur", auteur)
                .param("fin", LocalDate.of(2100, 1, 1))
                .update();
        assertThat(donnees.export(auteur)).containsKey("ecrits");
        donnees.erase(auteur);
        assertThat(donnees.export(auteur)).isEmpty();
        assertThat(donnees.export(lecteur)).containsKey("recus");
        assertThat(count("message")).isEqualTo(1);
        donnees.erase(lecteur);
        assertThat(count("conversation")).isZero();
        assertThat(count("message")).isZero();
    }

    @Test
    void deliversNothingWhereNothingWaits() {
        assertThat(ronde.deliverDue()).isZero();
        assertThat(regles.of(List.of()).ofRegion(Droit.ELEVE_ELEVE).permis()).isFalse();
        assertThat(regles.of(List.of(Cle.PARTOUT)).permits(Cle.PARTOUT, Droit.EQUIPE_EQUIPE))
                .isTrue();
    }

    private UUID conversation(UUID ecole, UUID auteur) {
        return jdbc.sql("""
                        insert into messagerie.conversation
                               (ecole_id, auteur_id, objet, pour_mots, eleves, sans_reponse, entre_eleves, ouverte_le)
                        values (:ecole, :auteur, 'Bonjour', '', '{}', false, false, clock_timestamp()) returning id
                        """)
                .param("ecole", ecole)
                .param("auteur", auteur)
                .query(UUID.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from messagerie." + table)
                .query(Integer.class)
                .single();
    }
}

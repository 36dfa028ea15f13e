package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.Personnages;
import fr.entecole.Rattrapage;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Utilisateur;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What homes keep of what they have read is what they would read now, after any gesture that changes it, whoever
/// makes it: the very next page shows it.
@MondeTest
class MemoiresDesAccueilsTests {

    /// A room's own rows, which join the names of whom they are for.
    private static final Pattern OF_A_ROOM =
            Pattern.compile("(from|join) (?!annuaire\\.|comptes\\.|socle\\.)[a-z]+\\.[a-z]");

    @Autowired
    ApplicationContext context;

    @Autowired
    Tuiles tuiles;

    @Autowired
    JdbcClient jdbc;

    EnTantQue as;
    Utilisateur enseignante;
    Utilisateur directrice;
    Utilisateur parent;
    Utilisateur administratrice;
    UUID ecole;
    UUID classe;
    UUID eleve;
    UUID collegue;

    @BeforeEach
    void people() {
        as = new EnTantQue(context);
        // a class with a pupil who has a guardian in force, the head of the school, and a colleague of another class
        var found = jdbc.sql("""
                        select n.ecole_id, n.classe_id, n.personnel_id, d.personnel_id as direction, g.eleve_id,
                               g.personne_id as garde, q.personnel_id as collegue
                          from annuaire.enseigne n
                          join annuaire.dirige d on d.ecole_id = n.ecole_id and d.personnel_id <> n.personnel_id
                          join annuaire.peut_enseigner q on q.ecole_id = n.ecole_id
                               and q.personnel_id not in (n.personnel_id, d.personnel_id)
                          join annuaire.inscrit i on i.classe_id = n.classe_id
                          join annuaire.garde(current_date) g on g.eleve_id = i.eleve_id
                         where not exists (select 1 from annuaire.dirige x where x.personnel_id = n.personnel_id)
                           and not exists (select 1 from annuaire.enseigne x
                                            where x.personnel_id = q.personnel_id and x.classe_id = n.classe_id)
                         order by n.classe_id, g.eleve_id, g.personne_id limit 1
                        """).query().singleRow();
        ecole = (UUID) found.get("ecole_id");
        classe = (UUID) found.get("classe_id");
        eleve = (UUID) found.get("eleve_id");
        collegue = (UUID) found.get("collegue");
        enseignante = utilisateur(found.get("personnel_id"));
        directrice = utilisateur(found.get("direction"));
        parent = utilisateur(found.get("garde"));
        administratrice = utilisateur(new Personnages(jdbc).add(Profil.ADMINISTRATEUR));
    }

    private Utilisateur utilisateur(Object personne) {
        return context.getBean(Utilisateurs.class)
                .of(as.account((UUID) personne), null)
                .orElseThrow();
    }

    /// Of what was read once, a home asks nothing of the directory, nor of accounts but the region's, which looks for
    /// tries from everywhere.
    @Test
    void readsOnceAsLongAsNothingMoves() {
        Rattrapage.hear(context); // of the people who have just been made
        for (var someone : everyone().values()) {
            tuiles.parts(someone);
            assertThat(ComptageSql.each(ComptageSql.during(() -> tuiles.parts(someone))))
                    .as("%s", someone.profil())
                    .filteredOn(sql -> sql.contains("annuaire.") || sql.contains("comptes."))
                    .filteredOn(sql -> !OF_A_ROOM.matcher(sql).find())
                    .allMatch(sql -> someone.is(Profil.ADMINISTRATEUR) && sql.contains("vague"));
        }
    }

    @Test
    void isRightAfterEachGesture() {
        var maitresse = enseignante.personneId();
        var autre = collegue;
        moves(
                enseignante,
                "the class has another name",
                "update annuaire.classe set libelle = 'ZZ' where id = ?",
                classe);
        moves(enseignante, "a pupil's name", "update annuaire.eleve set prenom = 'ZOLA' where id = ?", eleve);
        moves(parent, "kept out", """
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                values (?, ?, current_date, 'jugement', now())""", eleve, parent.personneId());
        moves(parent, "let in again", "update annuaire.restriction set levee_le = now() where eleve_id = ?", eleve);
        moves(directrice, "held out", """
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le, retenue_de)
                select eleve_id, responsable_id, depuis, preuve, posee_le, id from annuaire.restriction
                 where eleve_id = ?""", eleve);
        moves(
                directrice,
                "decided",
                "update annuaire.restriction set decidee_le = now(), levee_le = now() where eleve_id = ? and retenue_de is not null",
                eleve);
        moves(enseignante, "a pupil leaves the class", """
                update annuaire.eleve_classe set fini_le = current_date where fini_le is null and eleve_id = ?""", eleve);
        moves(parent, "and is back", """
                update annuaire.eleve_classe set fini_le = null where classe_id = ? and eleve_id = ?""", classe, eleve);
        moves(directrice, "an access is asked of the head", """
                insert into comptes.demande_acces (ecole_id, personne_id, demandeur_id, demandee_le, jusque)
                values (?, ?, ?, now(), current_date + 30)""", ecole, parent.personneId(), maitresse);
        moves(
                directrice,
                "and is given",
                "update comptes.demande_acces set finie_le = now(), fin = 'DONNE' where personne_id = ?",
                parent.personneId());
        moves(directrice, "it is my class", """
                insert into annuaire.demande_classe (ecole_id, classe_id, personnel_id, demandee_le)
                values (?, ?, ?, now())""", ecole, classe, autre);
        moves(
                directrice,
                "and the head says so",
                "update annuaire.demande_classe set decidee_le = now(), decision = 'CONFIRMEE' where personnel_id = ?",
                autre);
        moves(parent, "another teacher", """
                insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                values (?, ?, current_date, 'essai')""", autre, classe);
        moves(parent, "whose name changes", "update annuaire.personnel set nom = 'ZZYZX' where id = ?", autre);
        moves(
                directrice,
                "who leaves the school",
                "update annuaire.fonction set fini_le = current_date where personnel_id = ? and fini_le is null",
                autre);
        moves(
                parent,
                "who is back",
                "update annuaire.fonction set fini_le = null where personnel_id = ? and structure_id = ?",
                autre,
                ecole);
        moves(directrice, "who is suspended", "update annuaire.personnel set suspendu_le = now() where id = ?", autre);
        moves(
                parent,
                "the head's name",
                "update annuaire.personnel set nom = 'ZZZ' where id = ?",
                directrice.personneId());
        moves(directrice, "something to mend", """
                insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                values (?, '11', 'ELEVE', ?, 'essai', '')""", ecole, eleve);
        moves(
                parent,
                "the school's telephone",
                "update annuaire.structure set telephone = '0467000000' where id = ?",
                ecole);
        moves(
                directrice,
                "the school's name",
                "update annuaire.structure set nom_usage = 'École Zola' where id = ?",
                ecole);
        moves(parent, "the commune's name", """
                update annuaire.commune set nom = 'ZEDVILLE' where insee = (
                       select commune_insee from annuaire.structure where id = ?)""", ecole);
        moves(administratrice, "a batch begins", """
                insert into annuaire.lot (academie, etat, commence_le, date_lot, genre)
                select academie, 'en-cours', now(), current_date + 1, 'complet' from annuaire.structure where id = ?""", ecole);
        moves(
                directrice,
                "and changes nothing",
                "update annuaire.lot set etat = 'unchanged', fini_le = now() where etat = 'en-cours'");
        moves(
                enseignante,
                "no longer their class",
                "update annuaire.enseignement set fini_le = current_date where personnel_id = ?",
                maitresse);
        moves(administratrice, "closed", """
                update annuaire.ouverture set fermee_le = now(), motif = 'travaux', fermee_par = 'essai'
                 where structure_id = ? and fermee_le is null""", ecole);
        moves(parent, "open again", "update annuaire.ouverture set fermee_le = null where structure_id = ?", ecole);
        moves(parent, "no longer a guardian", """
                update annuaire.lien set retire_le = now() where responsable_id = ?""", parent.personneId());
    }

    /// @param seen on whose home it is seen; on all of them, what is kept is right
    private void moves(Utilisateur seen, String what, String sql, Object... parameters) {
        var before = homes();
        var statement = jdbc.sql(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement = statement.param(i + 1, parameters[i]);
        }
        assertThat(statement.update()).as(what).isPositive();
        Rattrapage.hear(context);
        var kept = homes();
        assertThat(kept.get(seen.profil())).as(what).isNotEqualTo(before.get(seen.profil()));
        as.forgetWhatThisNodeRemembers();
        assertThat(kept).as(what).isEqualTo(homes());
    }

    private Map<Profil, List<Partie>> homes() {
        Map<Profil, List<Partie>> homes = new HashMap<>();
        everyone().forEach((profil, someone) -> homes.put(profil, tuiles.parts(someone)));
        return homes;
    }

    private Map<Profil, Utilisateur> everyone() {
        return List.of(enseignante, directrice, parent, administratrice).stream()
                .collect(Collectors.toMap(Utilisateur::profil, u -> u));
    }
}

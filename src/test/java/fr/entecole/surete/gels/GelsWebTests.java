package fr.entecole.surete.gels;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.messagerie.Courrier;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Palier;
import fr.entecole.surete.Partance;
import fr.entecole.surete.Pauses;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whole profiles whose sending is frozen: the pupils of the Aude, the families of Marie Curie.
@MondeTest
class GelsWebTests {

    private static final String WHY = "Des messages de menace circulent.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Comptes comptes;

    @Autowired
    Utilisateurs utilisateurs;

    @Autowired
    Pauses pauses;

    @Autowired
    Departs departs;

    Visites visites;
    UUID castans;
    UUID esteve;
    UUID samira;
    UUID pupil;
    UUID florence;

    @BeforeEach
    void nothingIsFrozen() {
        jdbc.sql("delete from surete.gel").update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        visites = new Visites(context);
        castans = visites.personnel("11", "300101");
        esteve = visites.personnel("11", "300102");
        samira = jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = 'SAMIRA' and upper(nom) = 'BENALI'")
                .query(UUID.class)
                .single();
        pupil = visites.eleve("500101");
        florence = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR' order by id limit 1")
                .query(UUID.class)
                .single();
    }

    @Test
    void isForTheRegionAndForAHeadInTheirSchoolAlone() {
        for (var who : List.of(esteve, samira, pupil)) {
            assertThat(visites.get(who, "/surete/gels/nouveau")).hasStatus(404);
            assertThat(visites.post(who, "/surete/gels", "qui", "ELEVES", "lieu", "REGION", "motif", "x"))
                    .hasStatus(404);
        }
        for (var lieu : List.of("REGION", "011", reperes.ecole("0110357D").toString())) {
            assertThat(visites.post(castans, "/surete/gels", "qui", "ELEVES", "lieu", lieu, "motif", "x"))
                    .as(lieu)
                    .hasStatus(422);
        }
        assertThat(visites.post(castans, "/surete/gels", "qui", "ELEVES", "ecole", "0110357D", "motif", "x"))
                .as("nor by a code")
                .hasStatus(422);
        assertThat(jdbc.sql("select count(*) from surete.gel")
                        .query(Integer.class)
                        .single())
                .isZero();
        var beyond = freeze(florence, "ELEVES", "011");
        assertThat(visites.get(castans, "/surete/gels/" + beyond)).hasStatus(404);
        assertThat(visites.post(castans, "/surete/gels/" + beyond + "/palier", "palier", "TOUT"))
                .hasStatus(404);
    }

    @Test
    void stopsThePupilsOfADepartementAndNobodyElseUntilTheRegionReopensThemByStep() {
        var gel = freeze(florence, "ELEVES", "011");
        var answer =
                visites.post(pupil, "/cahierdetextes/travaux/" + UUID.randomUUID() + "/remise", "texte", "Mon texte");
        assertThat(answer).hasStatus(423);
        assertThat(Visites.words(answer)).contains("Tes envois sont en pause", "Ce n’est pas ta faute");
        assertThat(visites.get(pupil, "/cahierdetextes")).as("reading goes on").hasStatusOk();
        assertThat(visites.page(pupil, "/")).contains("Tes envois sont en pause");
        assertThat(palier(esteve)).isEqualTo(Palier.TOUT);
        assertThat(palier(samira)).isEqualTo(Palier.TOUT);
        assertThat(palier(elsewhere())).as("the Hérault").isEqualTo(Palier.TOUT);
        assertThat(visites.page(florence, "/surete/gels/" + gel)).contains("Rien ne part depuis", "Le département 11");
        assertThat(visites.post(florence, "/surete/gels/" + gel + "/palier", "palier", "PEU"))
                .hasStatus(303);
        assertThat(palier(pupil)).isEqualTo(Palier.PEU);
        assertThat(visites.post(
                        pupil, "/cahierdetextes/travaux/" + UUID.randomUUID() + "/remise", "texte", "Mon texte"))
                .as("to one's teacher")
                .hasStatus(404);
        assertThat(visites.post(florence, "/surete/gels/" + gel + "/palier", "palier", "TOUT"))
                .hasStatus(303);
        assertThat(palier(pupil)).isEqualTo(Palier.TOUT);
        assertThat(jdbc.sql("select palier from surete.palier where gel_id = :id order by des_le, id")
                        .param("id", gel)
                        .query(String.class)
                        .list())
                .containsExactly("RIEN", "PEU", "TOUT");
    }

    /// Everyone of a school in one action, its head too, who reopens it: what they write as messages is refused and
    /// given back, then goes to a few, then to all.
    @Test
    void stopsTheMessagesOfAWholeSchoolInOneActionAndReopensThemByStep() {
        var curie = reperes.ecole("0110358E");
        var courrier = new Courrier(context);
        courrier.empty();
        var talk = courrier.begin(
                esteve, curie, Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES), "La sortie", "Jeudi.");
        var fields = new String[] {
            "qui", "ELEVES", "qui", "RESPONSABLES", "qui", "EQUIPE", "lieu", curie.toString(), "motif", WHY
        };
        var asked = visites.post(castans, "/surete/gels", fields);
        assertThat(Visites.words(asked)).contains("Les familles, Les élèves, Les équipes");
        var seen = Arrays.copyOf(fields, fields.length + 2);
        seen[fields.length] = "vu";
        seen[fields.length + 1] = Visites.hidden(Visites.words(asked), "vu");
        var frozen = visites.post(castans, "/surete/gels", seen);
        assertThat(frozen).hasStatus(303);
        var gel = frozen.getResponse().getRedirectedUrl();

        for (var who : List.of(samira, pupil, esteve, castans)) {
            var refused = write(who);
            assertThat(refused).as("who writes").hasStatus(423);
            assertThat(Visites.words(refused)).contains("Il manque un bonnet.", "envois sont en pause");
            assertThat(visites.get(who, "/messagerie")).as("reading goes on").hasStatusOk();
        }
        assertThat(visites.page(samira, "/messagerie/conversations/" + talk))
                .contains("Jeudi.", "Vos envois sont en pause");
        assertThat(visites.post(samira, "/messagerie/conversations/" + talk + "/messages", "texte", "Merci."))
                .hasStatus(423);
        assertThat(courrier.count("message")).isOne();

        assertThat(visites.post(castans, gel + "/palier", "palier", "PEU")).hasStatus(303);
        for (var who : List.of(samira, pupil)) {
            assertThat(write(who)).as("to one person").hasStatus(303);
        }
        var many = visites.post(esteve, "/messagerie/conversations", toFamilies());
        assertThat(many).hasStatus(422);
        assertThat(Visites.words(many)).contains("5 personnes au plus à la fois", "Il manque un bonnet.");

        assertThat(visites.post(castans, gel + "/palier", "palier", "TOUT")).hasStatus(303);
        assertThat(visites.post(esteve, "/messagerie/conversations", toFamilies()))
                .hasStatus(303);
        assertThat(visites.page(castans, gel)).contains("Tout est rouvert.");
        assertThat(visites.page(castans, "/journal"))
                .contains(
                        "Envois de tout un profil mis en pause",
                        "Envois de tout un profil rouverts, en partie ou en tout")
                .doesNotContain(WHY, "bonnet");
        courrier.empty();
    }

    private MvcTestResult write(UUID who) {
        var to = who.equals(samira)
                ? "RESPONSABLE_ENSEIGNANT." + esteve + "." + pupil
                : "ELEVE_ENSEIGNANT." + esteve + "." + pupil;
        return visites.post(
                who,
                "/messagerie/conversations",
                "a",
                to,
                "pour",
                Public.ofPersonnes(reperes.ecole("0110358E"), List.of(samira), Qui.RESPONSABLES)
                        .code(),
                "objet",
                "La piscine",
                "texte",
                "Il manque un bonnet.");
    }

    private String[] toFamilies() {
        var pour = Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
        return new String[] {
            "pour",
            pour.code(),
            "vus",
            String.valueOf(context.getBean(Membres.class).count(List.of(pour)).lecteurs()),
            "objet",
            "La piscine",
            "texte",
            "Il manque un bonnet."
        };
    }

    @Test
    void stopsTheMessagesOfThePupilsOfADepartementWhenTheRegionSaysSo() {
        new Courrier(context).empty();
        var gel = freeze(florence, "ELEVES", "011");
        var refused = write(pupil);
        assertThat(refused).hasStatus(423);
        assertThat(Visites.words(refused)).contains("Tes envois sont en pause", "Il manque un bonnet.");
        assertThat(visites.page(pupil, "/messagerie/nouveau"))
                .contains("Tes envois sont en pause")
                .doesNotContain("id=\"ecrire\"");
        assertThat(write(samira)).as("her mother").hasStatus(303);
        assertThat(visites.page(florence, "/journal")).contains("Envois de tout un profil mis en pause");
        assertThat(visites.post(florence, "/surete/gels/" + gel + "/palier", "palier", "PEU"))
                .hasStatus(303);
        assertThat(write(pupil)).as("to her teacher").hasStatus(303);
        new Courrier(context).empty();
    }

    @Test
    void letsATeamThatIsBeingReopenedWriteToAFewAtATime() {
        var curie = reperes.ecole("0110358E");
        var gel = freeze(castans, "EQUIPE", curie.toString());
        assertThat(palier(esteve)).isEqualTo(Palier.RIEN);
        assertThat(visites.post(castans, "/surete/gels/" + gel + "/palier", "palier", "PEU"))
                .hasStatus(303);
        var utilisateur = utilisateurs.of(compte(esteve), null).orElseThrow();
        var many = Partance.of(
                curie, List.of(Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES)), "Sortie");
        assertThat(departs.ask(utilisateur, many).refuse()).isTrue();
        assertThat(departs.ask(utilisateur, many).phrase()).contains("5 personnes au plus à la fois");
        var few = Partance.of(curie, List.of(Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES)), "Sortie");
        assertThat(departs.ask(utilisateur, few).refuse()).isFalse();
    }

    @Test
    void saysWhyToWhomItStopsInTheWordsOfWhoDecided() {
        freeze(castans, "RESPONSABLES", reperes.ecole("0110358E").toString());
        var refused = visites.post(samira, "/liaison/familles", "quoi", "question", "texte", "Une question pour vous.");
        assertThat(refused).hasStatus(423);
        assertThat(Visites.words(refused))
                .contains("Des messages de menace circulent.", "Une question pour vous.", "n’est pas perdu");
        assertThat(visites.page(samira, "/surete/pause")).contains("Des messages de menace circulent.");
        assertThat(visites.get(esteve, "/surete/pause")).hasStatus(303);
        assertThat(visites.page(castans, "/surete")).contains("Les familles");
        assertThat(visites.statements(castans, "/surete")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void findsASchoolByItsNameWhereThereIsOneOfThatName() {
        var found = visites.post(
                florence, "/surete/gels", "qui", "ELEVES", "ecole", "marie CURIE", "motif", "Des messages circulent.");
        assertThat(found).hasStatusOk();
        assertThat(Visites.words(found)).contains("Marie Curie", "personnes, dans une école");
        for (var typed : List.of("école", "Hogwarts")) {
            var refused = visites.post(florence, "/surete/gels", "qui", "ELEVES", "ecole", typed, "motif", "Menaces.");
            assertThat(refused).hasStatus(422);
            assertThat(Visites.words(refused))
                    .contains(
                            typed.equals("école") ? "Ajoutez la commune, ou écrivez le code" : "n’a ce code ni ce nom");
        }
    }

    @Test
    void saysWhomItWouldStopBeforeItDoes() {
        assertThat(visites.page(castans, "/surete/gels/nouveau"))
                .contains("<option value=\"\">Choisissez</option>", "Lu par ces personnes, sauf les élèves");
        var asked = visites.post(
                castans,
                "/surete/gels",
                "qui",
                "ELEVES",
                "lieu",
                reperes.ecole("0110358E").toString(),
                "motif",
                "Des messages de menace circulent.");
        assertThat(asked).hasStatusOk();
        assertThat(Visites.words(asked)).contains("personnes, dans une école").doesNotContain("ont changé");
        var moved = visites.post(
                castans,
                "/surete/gels",
                "qui",
                "ELEVES",
                "lieu",
                reperes.ecole("0110358E").toString(),
                "motif",
                "Des messages de menace circulent.",
                "vu",
                "ce-que-la-page-disait-hier");
        assertThat(moved).hasStatusOk();
        assertThat(Visites.words(moved)).contains("Ces nombres ont changé", "personnes, dans une école");
        assertThat(jdbc.sql("select count(*) from surete.gel")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isShownToTheHeadsWhoseSchoolItTouchesAndItsReasonToNoPupil() {
        assertThat(visites.page(castans, "/surete")).doesNotContain("Le département 11");
        var gel = freeze(florence, "ELEVES", "011");
        assertThat(visites.page(castans, "/surete"))
                .contains("Le département 11")
                .doesNotContain("/surete/gels/" + gel);
        for (var path : List.of("/", "/surete/pause")) {
            assertThat(visites.page(pupil, path))
                    .contains("Ce n’est pas ta faute")
                    .doesNotContain("menace");
        }
        assertThat(visites.post(florence, "/surete/gels/" + gel + "/palier", "palier", "PEU"))
                .hasStatus(303);
        assertThat(visites.page(pupil, "/surete/pause"))
                .contains("quelques personnes à la fois")
                .doesNotContain("Rien ne part");
        assertThat(visites.page(pupil, "/")).contains("Tes envois repartent peu à peu");
        freeze(florence, "ELEVES", "034");
        assertThat(visites.page(castans, "/surete")).doesNotContain("Le département 34");
        assertThat(visites.statements(castans, "/surete")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void letsATeamTakeBackTheNoteThatNobodyHasRead() {
        freeze(castans, "EQUIPE", reperes.ecole("0110358E").toString());
        var mot = jdbc.sql("""
                        select m.id from liaison.mot m where m.auteur_id = :esteve and m.retire_le is null
                           and not exists (select 1 from liaison.lecture l where l.mot_id = m.id)
                         order by m.id limit 1
                        """).param("esteve", esteve).query(UUID.class).single();
        assertThat(visites.post(esteve, "/liaison/mots/" + mot + "/correction", "titre", "x"))
                .as("a correction is read")
                .hasStatus(423);
        assertThat(visites.post(esteve, "/liaison/mots/" + mot + "/retrait")).hasStatus(303);
        assertThat(jdbc.sql("select retire_le is not null from liaison.mot where id = :id")
                        .param("id", mot)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(visites.page(esteve, "/surete/pause"))
                .contains("reprendre un message ou un mot que personne n’a encore lu");
    }

    private UUID freeze(UUID par, String qui, String lieu) {
        var asked = visites.post(par, "/surete/gels", "qui", qui, "lieu", lieu, "motif", WHY);
        var vu = Visites.hidden(Visites.words(asked), "vu");
        var answer = visites.post(par, "/surete/gels", "qui", qui, "lieu", lieu, "motif", WHY, "vu", vu);
        assertThat(answer).hasStatus(303);
        return UUID.fromString(answer.getResponse().getRedirectedUrl().replaceFirst(".*/", ""));
    }

    private Palier palier(UUID personne) {
        return pauses.of(utilisateurs.of(compte(personne), null).orElseThrow());
    }

    private UUID compte(UUID personne) {
        return new EnTantQue(context).account(personne);
    }

    /// A pupil of Lespignan.
    private UUID elsewhere() {
        return jdbc.sql("select eleve_id from annuaire.present where ecole_id = :ecole and niveau = 'CM1' limit 1")
                .param("ecole", reperes.ecole("0341406U"))
                .query(UUID.class)
                .single();
    }
}

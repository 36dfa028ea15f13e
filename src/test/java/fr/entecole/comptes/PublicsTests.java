package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.Publics.Membre;
import fr.entecole.annuaire.Publics.Offre;
import fr.entecole.annuaire.Reperes;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom something is for, by the named world: who is offered what, who holds the key of what, who is meant.
@MondeTest
class PublicsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Publics publics;

    @Autowired
    Classes classes;

    @Autowired
    Membres membres;

    @Autowired
    Utilisateurs utilisateurs;

    EnTantQue as;
    UUID curie;
    UUID cm1;
    UUID ce2;

    @BeforeEach
    void mondayMorning() {
        as = new EnTantQue(context);
        curie = reperes.ecole("0110358E");
        cm1 = classe("CM1 %");
        ce2 = classe("CE2 %");
        jdbc.sql("drop table if exists public.essai").update();
        jdbc.sql("create table public.essai (ecole_id uuid, cle text, titre text)")
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void reachesTheGuardiansOfAClassAndNobodyElse() {
        publish("Sortie", Public.ofClasse(curie, cm1, Qui.RESPONSABLES));
        assertThat(read(responsable("SAMIRA", "BENALI"))).containsExactly("Sortie");
        assertThat(read(responsable("KARIM", "BENALI"))).containsExactly("Sortie");
        assertThat(read(responsable("OLENA", "KOVALENKO"))).isEmpty();
        assertThat(read(eleve("INES", "BENALI"))).isEmpty();
        assertThat(read(personnel("ESTEVE"))).isEmpty();
        assertThat(read(agent("Puech"))).isEmpty();
    }

    @Test
    void forgetsAtOnceAGuardianWhoIsKeptOut() {
        publish("Sortie", Public.ofClasse(curie, cm1, Qui.RESPONSABLES));
        publish("Pour Timéo", Public.ofEleves(curie, List.of(eleve("TIMEO", "GALY")), Qui.RESPONSABLES));
        var yvan = responsable("YVAN", "GALY");
        assertThat(read(yvan)).isEmpty();
        assertThat(seen(Public.ofClasse(curie, cm1, Qui.RESPONSABLES)))
                .filteredOn(Membre::ecarte)
                .extracting(Membre::personneId)
                .containsExactly(yvan);
        jdbc.sql("update annuaire.restriction set depuis = depuis - 40, jusque = depuis - 1")
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(read(yvan)).containsExactlyInAnyOrder("Sortie", "Pour Timéo");
    }

    @Test
    void followsTheChildWhoLeavesTheClass() {
        publish("Sortie", Public.ofClasse(curie, cm1, Qui.RESPONSABLES));
        publish("École", Public.ofEcole(curie, Qui.RESPONSABLES));
        var samira = responsable("SAMIRA", "BENALI");
        assertThat(read(samira)).containsExactlyInAnyOrder("Sortie", "École");
        jdbc.sql("""
                        update annuaire.eleve_classe set fini_le = current_date
                         where eleve_id = :ines and classe_id = :cm1
                        """).param("ines", eleve("INES", "BENALI")).param("cm1", cm1).update();
        as.forgetWhatThisNodeRemembers();
        assertThat(read(samira)).containsExactly("École");
        jdbc.sql("update annuaire.eleve_classe set fini_le = null where eleve_id = :ines and classe_id = :cm1")
                .param("ines", eleve("INES", "BENALI"))
                .param("cm1", cm1)
                .update();
    }

    @Test
    void reachesWhatIsAboveASchool() {
        publish("Aux directions", Public.ofCommune("11203", Qui.DIRECTIONS));
        publish("À tous les parents", Public.ofRegion(Qui.RESPONSABLES));
        publish("Aux équipes de l’Aude", Public.ofDepartement("011", Qui.EQUIPE));
        assertThat(read(personnel("CASTANS"))).containsExactlyInAnyOrder("Aux directions", "Aux équipes de l’Aude");
        assertThat(read(personnel("ESTEVE"))).containsExactly("Aux équipes de l’Aude");
        assertThat(read(responsable("SAMIRA", "BENALI"))).containsExactly("À tous les parents");
    }

    @Test
    void findsWhatIsForOnePersonInOneIndexedStatement() {
        jdbc.sql("create index on public.essai (ecole_id, cle)").update();
        jdbc.sql("""
                        insert into public.essai select uuidv7(), 'CLASSE.RESPONSABLES.' || uuidv7(), 'ailleurs'
                          from generate_series(1, 20000)
                        """).update();
        jdbc.sql("analyze public.essai").update();
        publish("Sortie", Public.ofClasse(curie, cm1, Qui.RESPONSABLES));
        var samira = signed(responsable("SAMIRA", "BENALI"));
        assertThat(ComptageSql.during(() -> assertThat(forHer(samira)).containsExactly("Sortie")))
                .hasSize(1);
        var plan = String.join(
                "\n",
                jdbc.sql("explain " + FOR_ME)
                        .param("ecoles", samira.cles().ecoles())
                        .param("cles", samira.cles().valeurs())
                        .query(String.class)
                        .list());
        assertThat(plan).contains("Index").doesNotContain("Seq Scan on essai");
    }

    @Test
    void offersATeacherTheirClassesAndColleagues() {
        assertThat(publics.offeredTo(signed(personnel("ESTEVE"))))
                .extracting(Offre::phrase)
                .containsExactly(
                        "Familles du CM1 Mme\u00a0Estève",
                        "Élèves du CM1 Mme\u00a0Estève",
                        "Équipe de l’école élémentaire Marie Curie",
                        "Direction de l’école élémentaire Marie Curie");
        assertThat(publics.offeredTo(signed(responsable("SAMIRA", "BENALI")))).isEmpty();
        assertThat(publics.offeredTo(signed(eleve("INES", "BENALI")))).isEmpty();
        assertThat(publics.offeredTo(signed(agent("Puech"))))
                .extracting(Offre::phrase)
                .containsExactly(
                        "Familles des écoles de Lézignan-Corbières",
                        "Équipes des écoles de Lézignan-Corbières",
                        "Directions des écoles de Lézignan-Corbières");
    }

    @Test
    void acceptsWhateverItOffers() {
        for (var who : List.of(
                personnel("ESTEVE"),
                personnel("CASTANS"),
                personnel("FAURE"),
                agent("Puech"),
                agent("Aubrac"),
                agent("Vidal"))) {
            var utilisateur = signed(who);
            assertThat(publics.offeredTo(utilisateur))
                    .isNotEmpty()
                    .allSatisfy(offre -> assertThat(publics.accepts(utilisateur, offre.pour()))
                            .as(offre.phrase())
                            .isTrue());
        }
    }

    @Test
    void acceptsNothingBeyondWhatOneTeachesOrDirects() {
        var danylo = eleve("DANYLO", "KOVALENKO");
        var timeo = eleve("TIMEO", "GALY");
        var lespignan = reperes.ecole("0341406U");
        for (var pour : List.of(
                Public.ofClasse(curie, ce2, Qui.RESPONSABLES),
                Public.ofClasse(lespignan, cm1, Qui.RESPONSABLES),
                Public.ofEleves(curie, List.of(danylo), Qui.RESPONSABLES),
                Public.ofEleves(curie, List.of(timeo, danylo), Qui.RESPONSABLES),
                Public.ofEcole(curie, Qui.RESPONSABLES),
                Public.ofEcole(lespignan, Qui.EQUIPE),
                Public.ofPersonnes(curie, List.of(responsable("OLENA", "KOVALENKO")), Qui.RESPONSABLES),
                Public.ofPersonnes(curie, List.of(responsable("YVAN", "GALY")), Qui.RESPONSABLES),
                Public.ofCommune("11203", Qui.RESPONSABLES),
                Public.ofRegion(Qui.ELEVES))) {
            assertThat(publics.accepts(signed(personnel("ESTEVE")), pour))
                    .as(pour.code())
                    .isFalse();
            assertThat(publics.accepts(signed(responsable("SAMIRA", "BENALI")), pour))
                    .as(pour.code())
                    .isFalse();
        }
        var esteve = signed(personnel("ESTEVE"));
        assertThat(publics.accepts(esteve, Public.ofEleves(curie, List.of(timeo), Qui.RESPONSABLES)))
                .isTrue();
        assertThat(publics.accepts(
                        esteve, Public.ofPersonnes(curie, List.of(responsable("SAMIRA", "BENALI")), Qui.RESPONSABLES)))
                .isTrue();
        var castans = signed(personnel("CASTANS"));
        assertThat(publics.accepts(castans, Public.ofClasse(curie, ce2, Qui.RESPONSABLES)))
                .isTrue();
        assertThat(publics.accepts(castans, Public.ofEleves(curie, List.of(timeo, danylo), Qui.RESPONSABLES)))
                .isTrue();
        assertThat(publics.accepts(castans, Public.ofClasse(curie, classe("CE1 %Roux%"), Qui.RESPONSABLES)))
                .isFalse();
        assertThat(publics.accepts(castans, Public.ofEcole(lespignan, Qui.RESPONSABLES)))
                .isFalse();
        assertThat(publics.accepts(signed(agent("Puech")), Public.ofCommune("34135", Qui.RESPONSABLES)))
                .isFalse();
    }

    @Test
    void saysWhoIsMeantAndWhoHasNoAccount() {
        var pour = Public.ofClasse(curie, cm1, Qui.RESPONSABLES);
        var comptage = membres.count(pour);
        assertThat(comptage.enfants()).isEqualTo(26);
        assertThat(comptage.responsables()).isEqualTo(42); // 43, and M. Galy is kept out
        assertThat(comptage.sansCompte()).isPositive();
        assertThat(publics.words(pour) + " · " + comptage.phrase())
                .startsWith("Familles du CM1 Mme\u00a0Estève · 26 enfants, 42 responsables, ")
                .endsWith(" sans compte");
        assertThat(membres.count(Public.ofClasse(curie, cm1, Qui.ELEVES)).phrase())
                .isEqualTo("26 élèves");
        assertThat(membres.count(Public.ofClasse(curie, cm1, Qui.EQUIPE)).personnels())
                .isPositive();
    }

    @Test
    void readsARegionAsItReadsAClass() {
        var all = seen(Public.ofRegion(Qui.RESPONSABLES));
        assertThat(all).extracting(Membre::nature).containsOnly(Nature.RESPONSABLE);
        assertThat(all).extracting(Membre::ecoleId).doesNotContain(reperes.ecole("0312962B"));
        assertThat(all.size()).isGreaterThan(200);
        var statements = ComptageSql.during(() -> membres.each(Public.ofRegion(Qui.RESPONSABLES), _ -> {}));
        assertThat(statements).hasSizeLessThanOrEqualTo(2 + all.size() / 500);
    }

    @Test
    void answersRoomsFromTheAccountWithoutAStatement() {
        var esteve = signed(personnel("ESTEVE"));
        var samira = signed(responsable("SAMIRA", "BENALI"));
        var inesBenali = eleve("INES", "BENALI");
        assertThat(ComptageSql.during(() -> {
                    assertThat(Perimetre.of(esteve).teaches(curie, cm1)).isTrue();
                    assertThat(Perimetre.of(esteve).teaches(curie, ce2)).isFalse();
                    assertThat(Perimetre.of(esteve).teachesEleve(curie, inesBenali))
                            .isTrue();
                    assertThat(Perimetre.of(esteve).directs(curie)).isFalse();
                    assertThat(Perimetre.of(samira).answersFor(curie, inesBenali))
                            .isTrue();
                    assertThat(Perimetre.of(samira).enfants()).hasSize(2).contains(inesBenali);
                    assertThat(Perimetre.of(samira).teachesEleve(curie, inesBenali))
                            .isFalse();
                }))
                .isEmpty();
        assertThat(ComptageSql.during(() -> assertThat(classes.taughtBy(esteve))
                        .extracting(Classes.Classe::libelle)
                        .containsExactly("CM1 Mme\u00a0Estève")))
                .hasSize(1);
        assertThat(classes.of(samira)).hasSize(2);
        assertThat(classes.directedBy(signed(personnel("CASTANS")))).hasSize(6);
        assertThat(classes.directedBy(esteve)).isEmpty();
    }

    private static final String FOR_ME = """
            select p.titre from public.essai p
              join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle) on p.ecole_id = k.ecole_id and p.cle = k.cle
            """;

    private void publish(String titre, Public pour) {
        pour.cles()
                .forEach(cle -> jdbc.sql("insert into public.essai values (:ecole, :cle, :titre)")
                        .param("ecole", cle.ecoleId())
                        .param("cle", cle.valeur())
                        .param("titre", titre)
                        .update());
    }

    private List<String> read(UUID personne) {
        return forHer(signed(personne));
    }

    private List<String> forHer(Utilisateur utilisateur) {
        return jdbc.sql(FOR_ME)
                .param("ecoles", utilisateur.cles().ecoles())
                .param("cles", utilisateur.cles().valeurs())
                .query(String.class)
                .list();
    }

    private List<Membre> seen(Public pour) {
        List<Membre> seen = new ArrayList<>();
        publics.each(pour, seen::add);
        return seen;
    }

    private Utilisateur signed(UUID personne) {
        return utilisateurs.of(as.account(personne), null).orElseThrow();
    }

    private UUID classe(String libelle) {
        return one(
                "select id from annuaire.classe where libelle ilike :a and archivee_le is null and :b = ''",
                libelle,
                "");
    }

    private UUID responsable(String prenom, String nom) {
        return one(
                "select id from annuaire.responsable where annuaire.cle(prenom) = annuaire.cle(:a) and annuaire.cle(nom) = annuaire.cle(:b)",
                prenom,
                nom);
    }

    private UUID eleve(String prenom, String nom) {
        return one(
                "select id from annuaire.eleve where annuaire.cle(prenom) = annuaire.cle(:a) and annuaire.cle(nom) = annuaire.cle(:b)",
                prenom,
                nom);
    }

    private UUID personnel(String nom) {
        return one("select id from annuaire.personnel where annuaire.cle(nom) = annuaire.cle(:a) and :b = ''", nom, "");
    }

    private UUID agent(String nom) {
        return one("select id from annuaire.agent where annuaire.cle(nom) = annuaire.cle(:a) and :b = ''", nom, "");
    }

    private UUID one(String sql, String a, String b) {
        return jdbc.sql(sql).param("a", a).param("b", b).query(UUID.class).single();
    }
}

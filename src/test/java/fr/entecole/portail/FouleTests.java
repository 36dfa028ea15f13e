package fr.entecole.portail;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.Plans;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a page costs does not grow with the number of schools: among three thousand small ones, no statement of a page
/// of a teacher, a head or a parent reads all pupils, guardians, links or accounts.
@EntTest
class FouleTests {

    /// What grows with the schools: any table that has so many rows here, whatever its name.
    private static final int MANY = 1000;

    /// The schools themselves are shown by fifty, in an order that an index has.
    private static final List<String> SHOWN = List.of("structure", "ouverture");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    EnTantQue as;
    UUID ecole;
    UUID classe;

    @BeforeEach
    void threeThousandSchools() {
        as = new EnTantQue(context);
        ecole = first("select id from annuaire.structure where aaf_id = 'foule-1'");
        if (ecole == null) {
            jdbc.sql("""
                            create temp table foule as
                            select e, uuidv7() as ecole from generate_series(1, 3000) e;
                            create temp table foule_classe as
                            select ecole, k, uuidv7() as classe from foule, generate_series(1, 2) k;
                            create temp table foule_eleve as
                            select ecole, classe, n, uuidv7() as eleve, uuidv7() as parent
                              from foule_classe, generate_series(1, 6) n;
                            create temp table foule_personnel as
                            select ecole, classe, k, uuidv7() as personnel from foule_classe;
                            insert into annuaire.structure (id, academie, aaf_id, genre, uai, nom_courant)
                            select ecole, '11', 'foule-' || e, 'ECOLE', '011' || lpad(e::text, 4, '0') || 'X', 'E.E.PU$FOULE$VILLE' from foule;
                            insert into annuaire.ouverture (structure_id, ouverte_le, ouverte_par) select ecole, now(), 'essai' from foule;
                            insert into annuaire.classe (id, structure_id, academie, annee, libelle)
                            select classe, ecole, '11', 2026, 'CM1 ' || k from foule_classe;
                            insert into annuaire.eleve (id, academie, structure_id, nom, prenom, date_naissance, niveau)
                            select eleve, '11', ecole, md5(eleve::text), 'ADAM', date '2017-03-01', 'CM1' from foule_eleve;
                            insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) select eleve, classe, current_date from foule_eleve;
                            insert into annuaire.responsable (id, academie, nom, prenom, date_naissance)
                            select parent, '11', md5(parent::text), 'NORA', date '1975-01-01' + abs(hashtext(parent::text)) % 9000 from foule_eleve;
                            insert into annuaire.lien (eleve_id, responsable_id, code, depuis) select eleve, parent, '1', current_date from foule_eleve;
                            insert into annuaire.personnel (id, academie, nom, prenom, enseignant)
                            select personnel, '11', md5(personnel::text), 'SOPHIE', true from foule_personnel;
                            insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                            select personnel, ecole, 'ENS', k = 1, 'AAF', current_date from foule_personnel;
                            insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                            select personnel, classe, current_date, 'essai' from foule_personnel;
                            drop table foule, foule_classe, foule_eleve, foule_personnel
                            """).update();
            ecole = first("select id from annuaire.structure where aaf_id = 'foule-1'");
            jdbc.sql("""
                            insert into comptes.mouvement (ecole_id, numero)
                            select id, 1 from annuaire.structure on conflict do nothing
                            """).update();
            as.newcomer(someone("responsable r join annuaire.lien l on l.responsable_id = r.id", "r.id"));
            jdbc.sql("analyze").update();
        }
        classe = first("select id from annuaire.classe where structure_id = '" + ecole + "' and libelle = 'CM1 2'");
    }

    @Test
    void costsATeacherTheirClassOnly() {
        var teacher = first("select personnel_id from annuaire.enseignement where classe_id = '" + classe + "'");
        var cookie = as.personne(teacher);
        for (var page : List.of(
                "/",
                "/annuaire/classes/" + classe,
                "/comptes/classes/" + classe,
                pupil(),
                "/liaison",
                "/liaison/mots/" + note(teacher),
                "/cahierdetextes/classes/" + classe,
                "/agenda")) {
            asksLittle(
                    page,
                    HttpStatus.OK,
                    () -> mvc.get().uri(page).cookie(cookie).exchange());
        }
        asksLittle("search", HttpStatus.OK, () -> search(cookie));
        var guardian = first("""
                select l.responsable_id from annuaire.lien l join annuaire.eleve_classe ec on ec.eleve_id = l.eleve_id
                 where ec.classe_id = '%s' limit 1""".formatted(classe));
        asksLittle(
                "an access at the door",
                HttpStatus.SEE_OTHER,
                () -> mvc.post()
                        .uri("/comptes/personnes/" + guardian + "/acces")
                        .with(formulaire())
                        .cookie(cookie)
                        .exchange());
    }

    @Test
    void costsAHeadTheirSchoolOnly() {
        var head =
                first("select personnel_id from annuaire.fonction where directeur and structure_id = '" + ecole + "'");
        var cookie = as.personne(head);
        var school = "/comptes/ecoles/" + ecole;
        for (var page : List.of(
                "/",
                "/annuaire/classes/toutes",
                "/annuaire/ecoles/" + ecole + "/equipe",
                school,
                school + "/familles",
                school + "/chartes",
                pupil(),
                pupil() + "/restrictions")) {
            asksLittle(
                    page,
                    HttpStatus.OK,
                    () -> mvc.get().uri(page).cookie(cookie).exchange());
        }
        asksLittle("search", HttpStatus.OK, () -> search(cookie));
    }

    /// The region's own pages show fifty: no more schools, functions or people are looked at. Its search of people has
    /// its own test (`RecherchePlanTests`).
    @Test
    void costsTheRegionWhatAPageShowsOnly() {
        var administrator = new Personnages(jdbc).add(Profil.ADMINISTRATEUR);
        var cookie = as.personne(administrator);
        assertThat(mvc.get().uri("/").cookie(cookie).exchange()).hasStatusOk();
        asksLittle(
                "home, once counted",
                HttpStatus.OK,
                readsAll(List.of()),
                () -> mvc.get().uri("/").cookie(cookie).exchange());
        var somewhere = first("select id from annuaire.structure where uai = '0112000X'");
        for (var page : List.of(
                "/annuaire/ecoles",
                "/annuaire/ecoles?apres=0112000X " + somewhere,
                "/annuaire/ecoles?etat=ouvertes",
                "/comptes/region")) {
            as.forgetWhatThisNodeRemembers();
            asksLittle(
                    page,
                    HttpStatus.OK,
                    readsAll(SHOWN),
                    () -> mvc.get().uri(page).cookie(cookie).exchange());
        }
    }

    @Test
    void costsAParentTheirChildrenOnly() {
        var child = pupil().replace("/annuaire/eleves/", "");
        var parent = first("select responsable_id from annuaire.lien where eleve_id = '" + child + "'");
        var cookie = as.personne(parent);
        for (var page :
                List.of("/", "/annuaire/enfants/" + child, "/mes-donnees", "/liaison", "/cahierdetextes", "/agenda")) {
            asksLittle(
                    page,
                    HttpStatus.OK,
                    () -> mvc.get().uri(page).cookie(cookie).exchange());
        }
        asksLittle("search", HttpStatus.OK, () -> search(cookie));
    }

    /// A note to the families of the class.
    private UUID note(UUID teacher) {
        return jdbc.sql("""
                        with mot as (
                            insert into liaison.mot (ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le,
                                   genre, attendu, repondants)
                            values (:ecole, :teacher, 2026, current_date, '\\x01', now(), now(), 'INFORMATION',
                                    'SIGNATURE', 'CHACUN') returning id),
                        version as (
                            insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le,
                                   visible_le, signatures)
                            select :ecole, id, 1, 'Piscine', '<p>Un bonnet.</p>', :teacher, now(), now(), 'DEMANDEES'
                              from mot)
                        insert into liaison.destination (ecole_id, cle, mot_id)
                        select :ecole, 'CLASSE.RESPONSABLES.' || :classe::uuid, id from mot returning mot_id
                        """)
                .param("ecole", ecole)
                .param("teacher", teacher)
                .param("classe", classe)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private MvcTestResult search(Cookie cookie) {
        return mvc.post()
                .uri("/annuaire/personnes")
                .param("nom", "nora")
                .with(formulaire())
                .cookie(cookie)
                .exchange();
    }

    private String pupil() {
        return "/annuaire/eleves/"
                + first("select eleve_id from annuaire.eleve_classe where classe_id = '" + classe
                        + "' order by eleve_id limit 1");
    }

    /// As PostgreSQL plans it once for everyone, which is how a page's statement runs.
    private void asksLittle(String what, HttpStatus status, Supplier<MvcTestResult> page) {
        as.forgetWhatThisNodeRemembers();
        asksLittle(what, status, readsAll(List.of()), page);
    }

    private Pattern readsAll(List<String> but) {
        var many = jdbc.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in ('annuaire', 'comptes', 'journal') and c.relkind = 'r' and c.reltuples >= ?
                        """).param(MANY).query(String.class).list();
        assertThat(many).contains("eleve", "lien", "compte", "remaniement", "mouvement");
        return Plans.readsWhole(
                many.stream().filter(table -> !but.contains(table)).toList());
    }

    private void asksLittle(String what, HttpStatus status, Pattern readsAll, Supplier<MvcTestResult> page) {
        var answers = new ArrayList<MvcTestResult>();
        var statements = ComptageSql.each(ComptageSql.during(() -> answers.add(page.get())));
        assertThat(answers.getFirst().getResponse().getStatus()).as(what).isEqualTo(status.value());
        assertThat(statements).as(what).isNotEmpty();
        Plans.readNothingWhole(what, statements, readsAll);
    }

    private UUID someone(String from, String id) {
        return first("select " + id + " from annuaire." + from + " limit 1");
    }

    private UUID first(String sql) {
        return jdbc.sql(sql)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .optional()
                .orElse(null);
    }
}

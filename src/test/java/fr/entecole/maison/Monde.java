package fr.entecole.maison;

import static fr.entecole.Formulaire.formulaire;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.Palier;
import fr.entecole.surete.gels.Gels;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// The named world with someone in every position towards the CM1 of Marie Curie and its pupil Timéo, all signed in.
/// What an office, a feed or a year does to people is done here in one place; examples only write things of their own.
public final class Monde {

    private static final String ACADEMIE = "11";

    private final ApplicationContext context;
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final Reperes reperes;
    private final EnTantQue as;
    private final Map<Passant, UUID> personnes = new EnumMap<>(Passant.class);
    private final Map<Passant, Cookie> sessions = new EnumMap<>(Passant.class);

    /// @param context of a test with the named world, whose copy this changes
    public Monde(ApplicationContext context) {
        this.context = context;
        this.mvc = context.getBean(MockMvcTester.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.reperes = context.getBean(Reperes.class);
        this.as = new EnTantQue(context);
        as.forgetWhatThisNodeRemembers();
        people();
        personnes.forEach((passant, personne) -> sessions.put(passant, as.personne(personne)));
        device();
        home();
        partings();
        as.forgetWhatThisNodeRemembers();
    }

    public UUID ecole() {
        return reperes.ecole("0110358E");
    }

    public UUID classe() {
        return reperes.classe(ACADEMIE, "514");
    }

    public UUID personne(Passant passant) {
        return Objects.requireNonNull(personnes.get(passant), () -> passant + " is nobody of the directory");
    }

    public UUID compte(Passant passant) {
        return as.account(personne(passant));
    }

    /// For what only a sign-in writes.
    public EnTantQue as() {
        return as;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Stream<T> each(Class<T> type) {
        return context.getBeanProvider(type).stream();
    }

    /// Nothing leaves any more from families, pupils, team and heads of the school.
    ///
    /// @return the freeze
    UUID freeze() {
        var pour = Arrays.stream(Qui.values())
                .map(qui -> Public.ofEcole(ecole(), qui))
                .toList();
        var gel = bean(Gels.class).freeze(ecole(), pour, "Toute l’école", "Pour l’épreuve.", region());
        as.forgetWhatThisNodeRemembers();
        return gel;
    }

    void thaw(UUID gel) {
        if (!bean(Gels.class).ease(gel, Palier.TOUT, region())) {
            throw new IllegalStateException("the freeze is over already");
        }
        as.forgetWhatThisNodeRemembers();
    }

    private Utilisateur region() {
        return bean(Utilisateurs.class).of(compte(Passant.ADMINISTRATEUR), null).orElseThrow();
    }

    /// A gesture of someone of this world, as the screen makes it: it succeeds, or the example is wrong.
    ///
    /// @param fields name, value, name, value…
    public void post(Passant passant, String path, Object... fields) {
        require(ask(passant, path, fields), passant.mots() + " posts " + path);
    }

    /// The same with a file.
    public void upload(Passant passant, String path, String name, byte[] octets, Object... fields) {
        var request = mvc.post().uri(path).multipart().file(name, octets);
        as(passant, request, fields);
        require(request.exchange(), passant.mots() + " posts " + path);
    }

    private MvcTestResult ask(Passant passant, String path, Object... fields) {
        var request = mvc.post().uri(path);
        as(passant, request, fields);
        return request.exchange();
    }

    private void as(Passant passant, AbstractMockHttpServletRequestBuilder<?> request, Object... fields) {
        request.with(formulaire());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i].toString(), fields[i + 1].toString());
        }
        var session = session(passant);
        if (session != null) {
            request.cookie(session);
        }
    }

    /// The id of the one row that a statement finds.
    public UUID id(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((rs, _) -> Objects.requireNonNull(rs.getObject(1, UUID.class)))
                .single();
    }

    MockMvcTester mvc() {
        return mvc;
    }

    @Nullable
    Cookie session(Passant passant) {
        return sessions.get(passant);
    }

    Collection<UUID> everyone() {
        return personnes.values();
    }

    void forgetWhatThisNodeRemembers() {
        as.forgetWhatThisNodeRemembers();
    }

    private void people() {
        personnel(Passant.DIRECTRICE, "300101");
        personnel(Passant.ENSEIGNANTE, "300102");
        personnel(Passant.ENSEIGNANT_PARTI, "300103");
        personnel(Passant.ENSEIGNANT_SUSPENDU, "300104");
        personnel(Passant.COLLEGUE, "300105");
        personnel(Passant.ANCIEN_ENSEIGNANT, "300107");
        personnel(Passant.ENSEIGNANT_AILLEURS, "300116");
        personnel(Passant.ENSEIGNANTE_ET_MERE, "300115");
        personnel(Passant.DIRECTION_AILLEURS, "300114");
        personnes.put(Passant.AESH, id("select id from annuaire.personnel where nom = 'Calas'"));
        responsable(Passant.RESPONSABLE, "700113");
        responsable(Passant.RESPONSABLE_ECARTE, "700114");
        responsable(Passant.AUTRE_FAMILLE, "700103");
        responsable(Passant.ANCIEN_RESPONSABLE, "700104");
        responsable(Passant.RESPONSABLE_SUSPENDU, "700106");
        personnes.put(
                Passant.FAMILLE_AILLEURS,
                id("select responsable_id from annuaire.lien where eleve_id = ? limit 1", ofAnotherSchool()));
        eleve(Passant.ELEVE, "500110");
        eleve(Passant.CAMARADE, "500101");
        eleve(Passant.ANCIEN_ELEVE, "500107");
        personnes.put(Passant.ELEVE_AILLEURS, ofAnotherSchool());
        eleve(Passant.ENFANT_SUR_APPAREIL, "500102");
        personnes.put(
                Passant.ENFANT_CHEZ_SOI,
                id("""
                        select eleve_id from annuaire.eleve_classe
                         where classe_id = ? and fini_le is null and eleve_id <> ? order by eleve_id limit 1
                        """, reperes.classe(ACADEMIE, "521"), personne(Passant.ENFANT_SUR_APPAREIL)));
        for (var profil : Profil.values()) {
            agent(profil);
        }
    }

    /// A class of young children, open on a device that shows their pictures; on another, one has touched hers.
    private void device() {
        var moyenne = reperes.classe(ACADEMIE, "521");
        var rouquette = reperes.personne(ACADEMIE, Nature.PERSONNEL, "300108");
        for (var passant : new Passant[] {Passant.APPAREIL_DE_CLASSE, Passant.ENFANT_SUR_APPAREIL}) {
            sessions.put(passant, as.personne(rouquette));
            sessions.put(passant, cookie(ask(passant, "/classe/ouverture", "classe", moyenne)));
        }
        require(
                ask(Passant.ENFANT_SUR_APPAREIL, "/classe/eleve", "eleve", personne(Passant.ENFANT_SUR_APPAREIL)),
                "the child comes in");
    }

    /// The session of a guardian who has opened their child's page on the family's tablet.
    private void home() {
        var enfant = personne(Passant.ENFANT_CHEZ_SOI);
        sessions.put(
                Passant.ENFANT_CHEZ_SOI,
                as.personne(
                        id("select min(responsable_id::text)::uuid from annuaire.lien where eleve_id = ?", enfant)));
        require(ask(Passant.ENFANT_CHEZ_SOI, "/chez-soi/" + enfant), "the guardian opens their child's page");
    }

    private void partings() {
        for (var passant :
                new Passant[] {Passant.ANCIEN_ENSEIGNANT, Passant.ENSEIGNANT_PARTI, Passant.ENSEIGNANT_SUSPENDU}) {
            require(ask(Passant.DIRECTRICE, teachers(), "personnel", personne(passant)), "the head attaches");
        }
        require(
                ask(Passant.DIRECTRICE, teachers() + "/" + personne(Passant.ANCIEN_ENSEIGNANT) + "/retrait"),
                "the head detaches");
        change(
                "update annuaire.fonction set fini_le = depuis where personnel_id = ? and fini_le is null",
                personne(Passant.ENSEIGNANT_PARTI));
        change("""
                insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                values (?, ?, 'ENS', false, 'AAF', date '2026-01-05')
                """, personne(Passant.ENSEIGNANT_PARTI), reperes.ecole("0110357D"));
        change("update annuaire.personnel set suspendu_le = now() where id = ?", personne(Passant.ENSEIGNANT_SUSPENDU));
        link(Passant.ANCIEN_RESPONSABLE);
        change(
                "update annuaire.lien set retire_le = now() where eleve_id = ? and responsable_id = ?",
                personne(Passant.ELEVE),
                personne(Passant.ANCIEN_RESPONSABLE));
        link(Passant.RESPONSABLE_SUSPENDU);
        change(
                "update annuaire.responsable set suspendu_le = now() where id = ?",
                personne(Passant.RESPONSABLE_SUSPENDU));
        change(
                "update annuaire.eleve_classe set fini_le = depuis where eleve_id = ? and fini_le is null",
                personne(Passant.ANCIEN_ELEVE));
        change(
                "insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) values (?, ?, date '2026-01-05')",
                personne(Passant.ANCIEN_ELEVE),
                reperes.classe(ACADEMIE, "515"));
    }

    private String teachers() {
        return "/annuaire/ecoles/" + ecole() + "/classes/" + classe() + "/enseignants";
    }

    private void link(Passant responsable) {
        change(
                "insert into annuaire.lien (eleve_id, responsable_id, code, depuis) values (?, ?, '1', date '2026-01-05')",
                personne(Passant.ELEVE),
                personne(responsable));
    }

    private void personnel(Passant passant, String aaf) {
        personnes.put(passant, reperes.personne(ACADEMIE, Nature.PERSONNEL, aaf));
    }

    private void responsable(Passant passant, String aaf) {
        personnes.put(passant, reperes.personne(ACADEMIE, Nature.RESPONSABLE, aaf));
    }

    private void eleve(Passant passant, String aaf) {
        personnes.put(passant, reperes.personne(ACADEMIE, Nature.ELEVE, aaf));
    }

    /// Whoever has the same name as their profile, the first entered.
    private void agent(Profil profil) {
        for (var passant : Passant.values()) {
            if (passant.name().equals(profil.name()) && !personnes.containsKey(passant)) {
                personnes.put(
                        passant,
                        id("select id from annuaire.agent where profil = ? order by id limit 1", profil.name()));
            }
        }
    }

    private UUID ofAnotherSchool() {
        return id(
                "select id from annuaire.eleve where structure_id = ? order by id limit 1", reperes.ecole("0110357D"));
    }

    private void change(String sql, Object... parameters) {
        if (jdbc.sql(sql).params(parameters).update() == 0) {
            throw new IllegalStateException("the named world has changed: " + sql);
        }
    }

    private static Cookie cookie(MvcTestResult entered) {
        return Objects.requireNonNull(entered.getResponse().getCookie("session"), "no session on the device");
    }

    private static void require(MvcTestResult gesture, String what) {
        if (gesture.getResponse().getStatus() != 303) {
            throw new IllegalStateException(
                    what + ": " + gesture.getResponse().getStatus() + ", so the named world has changed");
        }
    }
}

package fr.entecole.socle;

import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.Portee;
import fr.entecole.socle.web.Erreurs;
import gg.jte.Content;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/// What every page's shell needs: a controller takes one as an argument, titles it and asks for its view. Templates
/// also register on it the icons they use, so that the shell prints each symbol once, at the end.
public final class Page {

    private final @Nullable Utilisateur utilisateur;
    private final Preferences preferences;
    private final List<Onglet> onglets;
    private final String region;
    private final String assistance;
    private final boolean demonstration;
    private final String chemin;
    private final String csrf;
    private final String numero;
    private final LocalDate aujourdhui;
    private final @Nullable Duration reste;
    private final Set<String> icones = new LinkedHashSet<>();
    private final Set<String> scripts = new LinkedHashSet<>();
    private List<String> sous = List.of();
    private String titre = "";
    private String gabarit = "";
    private boolean oreille;
    private @Nullable Registre registre;
    private Erreurs erreurs = new Erreurs();
    private HttpStatusCode statut = HttpStatus.OK;
    private boolean listed;
    private @Nullable Cloche cloche;
    private String auteur = "";
    private List<Langue> langues = List.of(Langue.FRANCAIS);

    Page(
            @Nullable Utilisateur utilisateur,
            Preferences preferences,
            List<Onglet> onglets,
            String region,
            String assistance,
            boolean demonstration,
            String chemin,
            String csrf,
            String numero,
            LocalDate aujourdhui,
            @Nullable Duration reste) {
        this.utilisateur = utilisateur;
        this.preferences = preferences;
        this.onglets = onglets;
        this.region = region;
        this.assistance = assistance;
        this.demonstration = demonstration;
        this.chemin = chemin;
        this.csrf = csrf;
        this.numero = numero;
        this.aujourdhui = aujourdhui;
        this.reste = reste;
    }

    public LocalDate aujourdhui() {
        return aujourdhui;
    }

    public Page titled(String words) {
        this.titre = words;
        return this;
    }

    /// Speaks in this register to whoever is there: a page for children who are not signed in.
    public Page in(Registre other) {
        this.registre = other;
        return this;
    }

    /// Has a bell: an adult or a pupil who reads, on no device of a class.
    Page ringing(@Nullable Cloche bell) {
        this.cloche = bell;
        return this;
    }

    /// Whose forms these are ([PageResolver#AUTEUR]).
    Page of(String signed) {
        this.auteur = signed;
        return this;
    }

    /// In these languages: those that the region offers.
    Page spokenIn(List<Langue> choix) {
        this.langues = choix;
        return this;
    }

    /// French first.
    public List<Langue> langues() {
        return langues;
    }

    /// The language of what stands on the page where it is not the reader's, else null: most pages are in French alone.
    public @Nullable String autreLangue() {
        return Langue.courante() == Langue.FRANCAIS || Portee.holds(gabarit) ? null : Langue.FRANCAIS.code();
    }

    /// Its direction, null where it goes as the whole page does.
    public @Nullable String autreSens() {
        return autreLangue() != null && Langue.courante().droiteAGauche() ? Langue.FRANCAIS.sens() : null;
    }

    /// What stands on the page, all of it in the one language that the page says it is in.
    public Content dite(Content contenu) {
        return autreLangue() == null
                ? contenu
                : output -> Langue.FRANCAIS.call(() -> {
                    contenu.writeTo(output);
                    return true;
                });
    }

    /// What a form carries to be given back to the same person; empty for nobody.
    public String auteur() {
        return auteur;
    }

    public boolean cloche() {
        return cloche != null && utilisateur != null && !petits();
    }

    /// How many news the reader has not read, 0 when nobody knows.
    public int nonLues() {
        var bell = cloche;
        var reader = utilisateur;
        var known = bell == null || reader == null ? null : bell.nonLues(reader);
        return known == null ? 0 : known;
    }

    /// Seconds until the stay ends if nothing more is asked for, null when it ends otherwise or nobody is signed in.
    public @Nullable Long reste() {
        var left = reste;
        return left == null ? null : left.toSeconds();
    }

    /// Shows what is to be corrected, if anything is: the answer is then 422, its list stands on top of the form and
    /// each sentence under its field.
    public Page with(Erreurs toCorrect) {
        return with(toCorrect, HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /// @param refus status of the answer when something is to be corrected
    public Page with(Erreurs toCorrect, int refus) {
        this.erreurs = toCorrect;
        this.statut = toCorrect.isEmpty() ? HttpStatus.OK : HttpStatusCode.valueOf(refus);
        return this;
    }

    /// @param gabarit template below `src/main/jte`, such as `comptes/connexion`
    /// @param parametres names and values of the template's parameters, besides `page`
    public ModelAndView view(String gabarit, Map<String, ?> parametres) {
        this.gabarit = gabarit;
        Map<String, Object> model = new HashMap<>(parametres);
        model.put("page", this);
        return new ModelAndView(gabarit, model, statut);
    }

    /// Registers a symbol of the icon set and gives back its anchor.
    public String icone(String nom) {
        icones.add("i-" + nom);
        return "#i-" + nom;
    }

    /// Registers one of the children's pictures and gives back its anchor.
    public String image(String nom) {
        icones.add("p-" + nom);
        return "#p-" + nom;
    }

    /// Registers a script of `src/main/statique` that this page needs and others do not.
    public void script(String nom) {
        scripts.add(nom);
    }

    public Set<String> scripts() {
        return scripts;
    }

    /// The style sheets of this page besides the one of all pages: its room’s, and the children’s for them.
    public List<String> feuilles() {
        return Statique.feuilles(gabarit, registre());
    }

    /// Identifiers of the symbols that the page uses, in the order of their first use.
    public Set<String> icones() {
        return icones;
    }

    /// @return whether this is the first ear of the page, next to which stands what to do without a voice
    public boolean firstOreille() {
        var first = !oreille;
        oreille = true;
        return first;
    }

    public Erreurs erreurs() {
        return erreurs;
    }

    /// Whether the list of what is to be corrected is still to be shown: once a page, where the page asks for it, else
    /// on top of its first form.
    public boolean firstErreurs() {
        var first = !listed && !erreurs.isEmpty();
        listed = true;
        return first;
    }

    public String titre() {
        return titre;
    }

    public @Nullable Utilisateur utilisateur() {
        return utilisateur;
    }

    public Preferences preferences() {
        return preferences;
    }

    public List<Onglet> onglets() {
        return onglets;
    }

    public boolean demonstration() {
        return demonstration;
    }

    public String chemin() {
        return chemin;
    }

    /// Value of the hidden field `_csrf` that every form carries.
    public String csrf() {
        return csrf;
    }

    /// Number of the request, to quote when something goes wrong; the log has it too.
    public String numero() {
        return numero;
    }

    /// What stands under the product's name: a school, a commune, or the region.
    public String lieu() {
        var u = utilisateur;
        return u == null || u.lieu().isBlank() ? region : u.lieu();
    }

    /// The number that adults call for help, empty where the region gives none.
    public String assistance() {
        return assistance;
    }

    /// The name that the region gives itself.
    public String region() {
        return region;
    }

    /// Belongs to the first of these tabs that the reader has, wherever it stands ([SousOnglet]).
    public Page under(List<String> names) {
        this.sous = names;
        return this;
    }

    public boolean current(Onglet onglet) {
        return onglet.equals(courant());
    }

    private @Nullable Onglet courant() {
        return sous.stream()
                .flatMap(nom -> onglets.stream().filter(o -> o.nom().equals(nom)))
                .findFirst()
                .or(() -> onglets.stream()
                        .filter(o -> o.leadsTo(chemin))
                        .max(Comparator.comparingInt(o -> o.adresse().length())))
                .orElse(null);
    }

    /// Children who do not read yet, or begin to: no tabs, a simpler header, everything can be listened to.
    public boolean petits() {
        return register().petits();
    }

    /// The two fonts that every page of the register shows, to be fetched with the style sheet.
    public List<String> polices() {
        return registre().equals("adulte")
                ? List.of("atkinson-next-400.woff2", "atkinson-next-700.woff2")
                : List.of("andika-400.woff2", "andika-700.woff2");
    }

    public String registre() {
        return register().code();
    }

    private Registre register() {
        var chosen = registre;
        return chosen == null ? Registre.of(utilisateur) : chosen;
    }

    /// How many news someone has not read, for the bell of the header. A bean, asked once a page: it answers from
    /// memory.
    public interface Cloche {

        /// @return null when that is not known just now
        @Nullable
        Integer nonLues(Utilisateur utilisateur);
    }
}

package fr.entecole.socle;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/// What every page's shell needs: a controller takes one as an argument, titles it and asks for its view. Templates
/// also register on it the icons they use, so that the shell prints each symbol once, at the end.
public final class Page {

    private final @Nullable Utilisateur utilisateur;
    private final Preferences preferences;
    private final List<Onglet> onglets;
    private final boolean demonstration;
    private final String chemin;
    private final String csrf;
    private final Set<String> icones = new LinkedHashSet<>();
    private String titre = "";

    Page(
            @Nullable Utilisateur utilisateur,
            Preferences preferences,
            List<Onglet> onglets,
            boolean demonstration,
            String chemin,
            String csrf) {
        this.utilisateur = utilisateur;
        this.preferences = preferences;
        this.onglets = onglets;
        this.demonstration = demonstration;
        this.chemin = chemin;
        this.csrf = csrf;
    }

    public Page titled(String words) {
        this.titre = words;
        return this;
    }

    /// @param gabarit template below `src/main/jte`, such as `comptes/connexion`
    /// @param parametres names and values of the template's parameters, besides `page`
    public ModelAndView view(String gabarit, Map<String, ?> parametres) {
        Map<String, Object> model = new HashMap<>(parametres);
        model.put("page", this);
        return new ModelAndView(gabarit, model);
    }

    /// Registers a symbol of the icon set and gives back its anchor.
    public String icone(String nom) {
        icones.add(nom);
        return "#i-" + nom;
    }

    public Set<String> icones() {
        return icones;
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

    public String registre() {
        var u = utilisateur;
        if (u == null || u.profil() != Profil.ELEVE || u.niveau() == null) {
            return "adulte";
        }
        return switch (u.niveau()) {
            case "TPS", "PS", "MS", "GS" -> "maternelle";
            case "CP", "CE1" -> "cp-ce1";
            default -> "ce2-cm2";
        };
    }

    /// A tab of the main menu.
    public record Onglet(String libelle, String adresse, String icone) {}

    /// The person's own text size, spacing and contrast, kept in a cookie (DESIGN §4).
    public record Preferences(
            @Nullable String taille,
            @Nullable String espace,
            @Nullable String contraste) {}
}

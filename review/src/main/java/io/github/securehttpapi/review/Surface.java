package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Experimental;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What templates offer to the outside: their routes, and who may call each. As a file that is committed it is the baseline
 * that a later review compares with.
 *
 * <pre>{@code
 * Surface surface = Surface.of(Template.read(Path.of("template.yaml")));
 * Files.writeString(Path.of("surface.json"), surface.toJson());
 * }</pre>
 *
 * <p>Instances are immutable.
 */
@Experimental
public final class Surface {
    private static final Surface NONE = new Surface(Map.of());

    /** Routes by template. */
    private final Map<String, List<SurfaceRoute>> templates;

    private Surface(Map<String, List<SurfaceRoute>> templates) {
        this.templates = new TreeMap<>(templates);
    }

    static Surface none() {
        return NONE;
    }

    /**
     * The surface of one template.
     *
     * @param template the template
     * @return its surface
     */
    public static Surface of(Template template) {
        List<SurfaceRoute> routes = new ArrayList<>();
        for (HttpApi api : template.httpApis()) {
            api.routes().forEach(route -> routes.add(SurfaceReader.route(api, route)));
        }
        return new Surface(Map.of(TemplateName.of(template.name()), SurfaceFile.sorted(routes)));
    }

    /**
     * The surface of several templates in one.
     *
     * @param surfaces the surfaces, of which a later one of the same template counts
     * @return all of them
     */
    public static Surface together(Collection<Surface> surfaces) {
        Map<String, List<SurfaceRoute>> all = new LinkedHashMap<>();
        surfaces.forEach(surface -> all.putAll(surface.templates));
        return new Surface(all);
    }

    /**
     * Reads a surface that was written.
     *
     * @param file what {@link #toJson()} gave
     * @return the surface
     * @throws ReviewException if the file cannot be read, or holds anything else
     */
    public static Surface read(Path file) {
        Value.Fields root = ReviewFile.read("baseline", file, SurfaceFile.WRITE);
        return new Surface(SurfaceFile.read(new Strict("baseline", file.toString(), "", root)));
    }

    /**
     * The surface as a file to be committed: JSON, sorted, a line for each thing that may change.
     *
     * @return the text
     */
    public String toJson() {
        return SurfaceFile.written(templates);
    }

    /**
     * Each route.
     *
     * @return the routes, by template, API and route key
     */
    public List<SurfaceRoute> routes() {
        return templates.values().stream().flatMap(List::stream).toList();
    }

    /** The routes of one template, or null if this is not about it; by its whole name, else by how the name ends. */
    @Nullable List<SurfaceRoute> routes(String template) {
        List<SurfaceRoute> exact = templates.get(template);
        if (exact != null) {
            return exact;
        }
        List<String> similar = templates.keySet().stream()
                .filter(name -> TemplateName.same(name, template))
                .toList();
        return similar.size() == 1 ? templates.get(similar.get(0)) : null;
    }

    /** The templates that this is about, for a message. */
    String about() {
        return String.join(", ", templates.keySet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Surface that && templates.equals(that.templates);
    }

    @Override
    public int hashCode() {
        return templates.hashCode();
    }

    /** As {@link #toJson()}. */
    @Override
    public String toString() {
        return toJson();
    }
}

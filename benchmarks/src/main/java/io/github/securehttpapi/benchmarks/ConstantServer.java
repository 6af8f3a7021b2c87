package io.github.securehttpapi.benchmarks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * A bare Netty server, which answers whatever comes with a constant: what there is to reach. Transport, event loops,
 * socket options and the response, header for header, are the local gateway's; it reads no body, looks at no header and
 * writes no log.
 */
public final class ConstantServer {
    private static final int BACKLOG = 4096;
    private static final int LOOPS = Runtime.getRuntime().availableProcessors();

    private static final ByteBuf BODY = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(
            "{\"ok\":true,\"service\":\"contact-api\",\"checkedAt\":\"2026-11-22T22:39:28.367397282Z\"}"
                    .getBytes(StandardCharsets.UTF_8)));

    private static final HttpHeaders HEADERS = new DefaultHttpHeaders()
            .set("x-request-id", "J7xP7GEblFyuVso=")
            .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
            .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
            .set("x-content-type-options", "nosniff")
            .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
            .set("apigw-requestid", "J7xP7GEblFyuVso=")
            .set(HttpHeaderNames.DATE, "Sun, 22 Nov 2026 22:39:28 GMT")
            .set(HttpHeaderNames.CONTENT_LENGTH, BODY.readableBytes());

    private ConstantServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments the port, on the loopback interface
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new Constant());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private static final class Constant extends SimpleChannelInboundHandler<HttpObject> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof LastHttpContent) {
                DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.OK,
                        BODY.duplicate(),
                        HEADERS,
                        EmptyHttpHeaders.INSTANCE);
                context.write(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
